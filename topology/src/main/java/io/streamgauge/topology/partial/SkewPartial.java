package io.streamgauge.topology.partial;

import io.streamgauge.checks.Window;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.PairSample;
import io.streamgauge.checks.valueskew.SideCounts;
import java.util.List;

/**
 * What one task of the join found in one pane.
 *
 * @param from the source {@code reference}; its partition is that of the task
 * @param counts in the order of the compared features
 * @param latencies pairs by how far apart their rows are: {@code latencies[k]} of less than 2^k ms, and not less than 2^(k-1)
 * @param samples the first pairs of the pane, then the first that differ
 */
public record SkewPartial(
        SourcePartition from,
        Window pane,
        List<FeatureCounts> counts,
        long pairs,
        SideCounts serving,
        SideCounts training,
        List<Long> latencies,
        List<PairSample> samples)
        implements Shuffled {
    public SkewPartial {
        counts = List.copyOf(counts);
        latencies = List.copyOf(latencies);
        samples = List.copyOf(samples);
    }
}
