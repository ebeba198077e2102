package io.streamgauge.topology.partial;

import io.streamgauge.checks.PipelineCounts;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.checks.Window;
import io.streamgauge.statistics.profile.Occupancy;

/**
 * What became of the records of one pane from one input partition.
 *
 * @param newestEventMs newest event time in the pane, {@code Long.MIN_VALUE} if no event was profiled
 * @param firstOffset offset of the first profiled event, -1 if there is none
 * @param lastOffset offset of the last one
 * @param rules which rules the events broke
 * @param busy in which slots of the pane there were profiled events; none if there are some and it is not known
 * @param pipeline how the records came here
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
        RuleCounts rules,
        Occupancy busy,
        PipelineCounts pipeline)
        implements Shuffled {
    /** Of events that broke no rule and whose times are not known, and of whose way nothing is. */
    public TrafficPartial(
            SourcePartition from,
            Window pane,
            long profiled,
            long late,
            long rejected,
            long newestEventMs,
            long firstOffset,
            long lastOffset) {
        this(
                from,
                pane,
                profiled,
                late,
                rejected,
                newestEventMs,
                firstOffset,
                lastOffset,
                RuleCounts.NONE,
                Occupancy.NONE,
                PipelineCounts.NONE);
    }

    TrafficPartial with(RuleCounts counted, Occupancy slots, PipelineCounts ways) {
        return new TrafficPartial(
                from, pane, profiled, late, rejected, newestEventMs, firstOffset, lastOffset, counted, slots, ways);
    }
}
