package io.streamgauge.topology.local;

import io.streamgauge.topology.join.SideRecord;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partition says at once: the partials of complete panes and the mark behind them, or that it is silent, or rows for the join
 * and how far its side has come.
 *
 * @param last the mark, or the silence; it is among the records, but for a side of the join: there it only says whose batch this is, and
 *     whether it is the last
 * @param records for assess; none of a side of the join
 * @param rows for the join; none of a partition that is profiled
 * @param place of the last one in the log that is replayed; the same for all where there is none
 * @param reachedMs event time up to which the partition is complete with this batch; the last one does not leap to the end of time
 * @param failure why the partition could not be read on; then there is nothing else
 */
record Batch(
        Shuffled last,
        List<Shuffled> records,
        List<SideRecord> rows,
        long place,
        long reachedMs,
        @Nullable Throwable failure) {
    /** The log's own order if it is known, else event time; partitions that have come equally far in their natural order. Depends on the log alone, not on threads. */
    static final Comparator<Batch> IN_ORDER = Comparator.comparingLong(Batch::place)
            .thenComparingLong(Batch::reachedMs)
            .thenComparing(batch -> batch.last().model())
            .thenComparing(batch -> batch.last().source())
            .thenComparing(batch -> batch.last().from().partition())
            .thenComparing(Batch::isOfJoin);

    Batch {
        records = List.copyOf(records);
        rows = List.copyOf(rows);
    }

    static Batch of(Shuffled last, List<Shuffled> records, long place, long reachedMs) {
        return new Batch(last, records, List.of(), place, reachedMs, null);
    }

    /** Rows of one side of the join, the last of them how far the side has come. */
    static Batch ofSide(SourcePartition from, Mark.Kind kind, List<SideRecord> rows, long reachedMs) {
        return new Batch(
                new Mark(from, kind, reachedMs, Accounting.NOTHING), List.of(), rows, Long.MIN_VALUE, reachedMs, null);
    }

    static Batch failed(SourcePartition from, Throwable failure) {
        var mark = new Mark(from, Mark.Kind.ENDED, Long.MAX_VALUE, Accounting.NOTHING);
        return new Batch(mark, List.of(), List.of(), Long.MIN_VALUE, Mark.UNKNOWN, failure);
    }

    boolean isOfJoin() {
        return !rows.isEmpty();
    }

    boolean isLast() {
        return failure != null || (last instanceof Mark mark && mark.kind() == Mark.Kind.ENDED);
    }
}
