package io.streamgauge.topology.join;

import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.state.LiveFormat;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import org.apache.kafka.common.utils.Bytes;

/** How far one partition of a side has come. Mutable. */
final class SidePosition {
    static final LiveFormat<SidePosition> FORMAT = new Format();

    long newestMs = Mark.UNKNOWN;
    /** The watermark that the join was told last. */
    long toldMs = Mark.UNKNOWN;

    boolean idle;
    boolean ended;
    /** The generation of the state in which this was last announced as changed. */
    long announced = -1;

    private static final class Format implements LiveFormat<SidePosition> {
        private static final int VERSION = 1;

        @Override
        public byte[] write(SidePosition value) {
            var out = new StateWriter().tag(VERSION).number(value.newestMs).number(value.toldMs);
            return out.tag(value.idle ? 1 : 0).tag(value.ended ? 1 : 0).toBytes();
        }

        @Override
        public SidePosition read(Bytes key, byte[] bytes) {
            var in = new StateReader(bytes, "the position of a side").expectVersion(VERSION);
            var position = new SidePosition();
            position.newestMs = in.number();
            position.toldMs = in.number();
            position.idle = in.tag() == 1;
            position.ended = in.tag() == 1;
            return position;
        }
    }
}
