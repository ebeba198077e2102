package io.streamgauge.topology.partial;

import io.streamgauge.checks.RuleCounts;
import io.streamgauge.checks.Window;

/**
 * What became of the records of one pane from one input partition.
 *
 * @param newestEventMs newest event time in the pane, {@code Long.MIN_VALUE} if no event was profiled
 * @param firstOffset offset of the first profiled event, -1 if there is none
 * @param lastOffset offset of the last one
 * @param rules which rules the events broke
 */
public record TrafficPartial(
        SourcePartition from,
        Window pane,
        long profiled,
        long late,
        long rejected,
        long newestEventMs,
        long firstOffset,
        long lastOffset,
        RuleCounts rules)
        implements Shuffled {
    /** Of events that broke no rule. */
    public TrafficPartial(
            SourcePartition from,
            Window pane,
            long profiled,
            long late,
            long rejected,
            long newestEventMs,
            long firstOffset,
            long lastOffset) {
        this(from, pane, profiled, late, rejected, newestEventMs, firstOffset, lastOffset, RuleCounts.NONE);
    }

    TrafficPartial with(RuleCounts counted) {
        return new TrafficPartial(
                from, pane, profiled, late, rejected, newestEventMs, firstOffset, lastOffset, counted);
    }
}
