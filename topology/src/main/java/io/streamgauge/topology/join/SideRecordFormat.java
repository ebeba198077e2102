package io.streamgauge.topology.join;

import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.partial.ValueFormat;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.function.Consumer;

/**
 * {@link SideRecord}s as bytes. In the pairs topic a batch of them: version, the partition that they are for, the side that they are
 * from, then for each its kind and its fields in order.
 */
final class SideRecordFormat {
    private static final int VERSION = 3;
    private static final int ROW = 0;
    private static final int PROGRESS = 1;

    private SideRecordFormat() {}

    /** The beginning of a batch for a partition of the pairs topic; the records follow. */
    static StateWriter batch(int partition, Side from) {
        return write(new StateWriter().tag(VERSION).number(partition), from);
    }

    /** For which partition a batch is. */
    static int partition(byte[] batch) {
        return reader(batch).integer();
    }

    /** @throws IllegalArgumentException if the bytes are not of this format */
    static void read(byte[] batch, Consumer<SideRecord> out) {
        StateReader in = reader(batch);
        in.integer();
        Side from = side(in);
        while (in.hasMore()) {
            out.accept(in.tag() == ROW ? row(in, from) : progress(in, from));
        }
    }

    private static StateReader reader(byte[] batch) {
        return new StateReader(batch, "a record of the pairs topic").expectVersion(VERSION);
    }

    static StateWriter write(StateWriter out, Side side) {
        return out.tag(side.serving() ? 1 : 0).number(side.partition());
    }

    static Side side(StateReader in) {
        return new Side(in.tag() == 1, in.integer());
    }

    /** Appends a record to a batch of its side. */
    static void append(StateWriter out, SideRecord record) {
        if (record instanceof Row row) {
            out.tag(ROW).number(row.offset()).number(row.timeMs()).number(row.high());
            out.number(row.low()).copy(row.values());
        } else if (record instanceof Progress progress) {
            write(out.tag(PROGRESS), progress);
        }
    }

    private static Row row(StateReader in, Side from) {
        return new Row(from, in.number(), in.number(), in.number(), in.number(), ValueFormat.pass(in));
    }

    /** Without its side. */
    static void write(StateWriter out, Progress progress) {
        out.tag(progress.idle() ? 1 : 0).number(progress.watermarkMs());
    }

    static Progress progress(StateReader in, Side from) {
        return new Progress(from, in.tag() == 1, in.number());
    }
}
