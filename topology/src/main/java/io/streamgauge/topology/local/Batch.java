package io.streamgauge.topology.local;

import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partition says at once: the partials of complete panes and the mark behind them, or that it is silent.
 *
 * @param last the mark, or the silence; it is among the records
 * @param place of it in the log that is replayed; the same for all where there is none
 * @param reachedMs event time up to which the partition is complete with this batch; the last one does not leap to the end of time
 * @param failure why the partition could not be read on; then there is nothing else
 */
record Batch(
        Shuffled last,
        List<Shuffled> records,
        long place,
        long reachedMs,
        @Nullable Throwable failure) {
    /** The log's own order if it is known, else event time; partitions that have come equally far in their natural order. Depends on the log alone, not on threads. */
    static final Comparator<Batch> IN_ORDER = Comparator.comparingLong(Batch::place)
            .thenComparingLong(Batch::reachedMs)
            .thenComparing(batch -> batch.last().model())
            .thenComparing(batch -> batch.last().source())
            .thenComparing(batch -> batch.last().from().partition());

    Batch {
        records = List.copyOf(records);
    }

    boolean isLast() {
        return failure != null || (last instanceof Mark mark && mark.kind() == Mark.Kind.ENDED);
    }
}
