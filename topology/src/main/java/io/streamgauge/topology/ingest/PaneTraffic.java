package io.streamgauge.topology.ingest;

import io.streamgauge.checks.Window;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.partial.TrafficPartial;
import java.util.BitSet;

/** What became of the records of one pane. Mutable; lives in the store of its task. */
final class PaneTraffic implements LiveValue {
    long profiled;
    long late;
    long rejected;
    long newestEventMs = Mark.UNKNOWN;
    long firstOffset = -1;
    long lastOffset = -1;
    RuleTally rules = new RuleTally();
    /** In which slots of the pane there were events. */
    BitSet busy = new BitSet();

    PipelineTally pipeline = new PipelineTally();

    void profiled(long eventMs, int slot, long offset) {
        profiled++;
        busy.set(slot);
        newestEventMs = Math.max(newestEventMs, eventMs);
        if (firstOffset < 0) {
            firstOffset = offset;
        }
        lastOffset = offset;
    }

    TrafficPartial partial(SourcePartition from, Window pane) {
        return new TrafficPartial(
                from,
                pane,
                profiled,
                late,
                rejected,
                newestEventMs,
                firstOffset,
                lastOffset,
                rules.counts(),
                Occupancy.of(busy),
                pipeline.counts());
    }
}
