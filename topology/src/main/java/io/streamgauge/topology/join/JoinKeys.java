package io.streamgauge.topology.join;

import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the join's store: the kind, then the start of the pane, or the step of the chunk and its number. */
final class JoinKeys {
    static final int PROGRESS = 0;
    static final int CHUNK = 1;
    static final int COUNTS = 2;
    static final int SAMPLES = 3;

    private JoinKeys() {}

    static Bytes progress() {
        return new StateWriter().tag(PROGRESS).toKey();
    }

    static Bytes chunk(long step, int number) {
        return new StateWriter().tag(CHUNK).number(step).number(number).toKey();
    }

    static Bytes chunksOf(long step) {
        return new StateWriter().tag(CHUNK).number(step).toKey();
    }

    static Bytes allOf(int kind) {
        return new StateWriter().tag(kind).toKey();
    }

    static Bytes pane(int kind, long startMs) {
        return new StateWriter().tag(kind).number(startMs).toKey();
    }

    static int kind(Bytes key) {
        return key.get()[0];
    }

    /** The step of a chunk or the start of a pane. */
    static long number(Bytes key) {
        var in = new StateReader(key.get(), "a key of the join's store");
        in.tag();
        return in.number();
    }

    /** The number of a chunk in its step. */
    static int chunkNumber(Bytes key) {
        var in = new StateReader(key.get(), "a key of the join's store");
        in.tag();
        in.number();
        return in.integer();
    }
}
