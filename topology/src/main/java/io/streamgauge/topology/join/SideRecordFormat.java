package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.partial.ValueFormat;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** {@link SideRecord}s as bytes: version, kind, side, partition, then the fields in order. */
final class SideRecordFormat {
    private static final int VERSION = 1;
    private static final int ROW = 0;
    private static final int PROGRESS = 1;

    private SideRecordFormat() {}

    static Serde<SideRecord> serde() {
        return Serdes.serdeFrom((topic, record) -> write(record), (topic, bytes) -> read(bytes));
    }

    static byte[] write(SideRecord record) {
        var out = new StateWriter().tag(VERSION);
        write(out, record);
        return out.toBytes();
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

    static SideRecord read(byte[] bytes) {
        return read(new StateReader(bytes, "a record of the pairs topic").expectVersion(VERSION));
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
