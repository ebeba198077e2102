package io.streamgauge.topology.partial;

import io.streamgauge.checks.Window;

/**
 * What became of the records of one pane from one input partition.
 *
 * @param newestEventMs newest event time in the pane, {@code Long.MIN_VALUE} if no event was profiled
 * @param firstOffset offset of the first profiled event, -1 if there is none
 * @param lastOffset offset of the last one
 */
public record TrafficPartial(
        SourcePartition from,
        Window pane,
        long profiled,
        long late,
        long rejected,
        long newestEventMs,
        long firstOffset,
        long lastOffset)
        implements Shuffled {}
