package io.streamgauge.topology.join;

import io.streamgauge.topology.state.Slice;

/** What travels from the readers of both sides to the join. */
public sealed interface SideRecord {
    /** Which partition of which side it is from. */
    Side from();

    /** One partition of one side. */
    record Side(boolean serving, int partition) {}

    /**
     * A row: its time, its place, the 128 bits of its identifier's hash, its values in the order of the features.
     *
     * @param values as {@code ValueFormat} writes them
     */
    record Row(Side from, long offset, long timeMs, long high, long low, Slice values) implements SideRecord {
        /** Which of so many parts of the join the row belongs to: the same for all rows of an identifier. */
        public int part(int parts) {
            return (int) Long.remainderUnsigned(high, parts);
        }

        /** The row without the batch that it came in. */
        Row alone() {
            return new Row(from, offset, timeMs, high, low, values.alone());
        }
    }

    /**
     * How far a partition has come: rows before {@code watermarkMs} come no more.
     *
     * @param idle whether the others need not wait for it; a partition that ended has come to {@link Long#MAX_VALUE}
     */
    record Progress(Side from, boolean idle, long watermarkMs) implements SideRecord {}
}
