package io.streamgauge.checks;

import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.PairSample;
import io.streamgauge.checks.valueskew.SideCounts;
import java.util.List;

/**
 * What the join of serving and training rows found in a window.
 *
 * @param counts in the order of the compared features
 * @param latencies pairs by how far apart their rows are: {@code latencies[k]} of less than 2^k ms, and not less than 2^(k-1)
 * @param samples some pairs, in the order of time
 */
public record PairedWindow(
        Subject subject,
        Window window,
        List<FeatureCounts> counts,
        long pairs,
        SideCounts serving,
        SideCounts training,
        List<Long> latencies,
        List<PairSample> samples) {
    public PairedWindow {
        counts = List.copyOf(counts);
        latencies = List.copyOf(latencies);
        samples = List.copyOf(samples);
    }
}
