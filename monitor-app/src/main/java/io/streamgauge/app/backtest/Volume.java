package io.streamgauge.app.backtest;

import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalOutput;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/** How many events came over time, over all sources, by start of the pane. */
final class Volume implements LocalOutput {
    private final SortedMap<Long, Sums> panes = new TreeMap<>();

    /** What became of the events of a pane. */
    record Sums(long profiled, long late, long rejected) {
        Sums plus(Sums other) {
            return new Sums(profiled + other.profiled, late + other.late, rejected + other.rejected);
        }
    }

    @Override
    public void profile(AssessOutput.ToProfiles profile) {
        if (profile.isTraffic()) {
            take(profile.record());
        }
    }

    /** A record of the profiles topic. */
    void take(GenericRecord profile) {
        GenericRecord sums = (GenericRecord) profile.get("traffic");
        if (sums != null) {
            panes.merge(
                    (Long) profile.get("windowStart"),
                    new Sums((Long) sums.get("profiled"), (Long) sums.get("late"), (Long) sums.get("rejected")),
                    Sums::plus);
        }
    }

    SortedMap<Long, Sums> panes() {
        return panes;
    }
}
