package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.partial.ValueFormat;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.function.Consumer;

/**
 * {@link SideRecord}s as bytes: kind, side, partition, then the fields in order. In the pairs topic a batch of them behind the version and
 * the partition that they are for.
 */
final class SideRecordFormat {
    private static final int VERSION = 2;
    private static final int ROW = 0;
    private static final int PROGRESS = 1;

    private SideRecordFormat() {}

    /** The beginning of a batch for a partition of the pairs topic; the records follow. */
    static StateWriter batch(int partition) {
        return new StateWriter().tag(VERSION).number(partition);
    }

    /** For which partition a batch is. */
    static int partition(byte[] batch) {
        return reader(batch).integer();
    }

    static void read(byte[] batch, Consumer<SideRecord> out) {
        StateReader in = reader(batch);
        in.integer();
        while (in.hasMore()) {
            out.accept(read(in));
        }
    }

    private static StateReader reader(byte[] batch) {
        return new StateReader(batch, "a record of the pairs topic").expectVersion(VERSION);
    }

    static void write(StateWriter out, SideRecord record) {
        out.tag(record instanceof Row ? ROW : PROGRESS);
        out.tag(record.from().serving() ? 1 : 0).number(record.from().partition());
        if (record instanceof Row row) {
            out.number(row.offset()).number(row.timeMs()).number(row.high()).number(row.low());
            ValueFormat.write(out, row.values());
        } else if (record instanceof Progress progress) {
            out.tag(progress.idle() ? 1 : 0).number(progress.watermarkMs());
        }
    }

    static SideRecord read(StateReader in) {
        int kind = in.tag();
        var from = new Side(in.tag() == 1, in.integer());
        if (kind == ROW) {
            return new Row(from, in.number(), in.number(), in.number(), in.number(), values(in));
        }
        return new Progress(from, in.tag() == 1, in.number());
    }

    private static Value[] values(StateReader in) {
        return ValueFormat.read(in);
    }
}
