package io.streamgauge.app.skew;

import io.streamgauge.checks.valueskew.FeatureSkew;
import java.util.List;

/** What came out of a comparison of two files. */
public record SkewAnswer(List<FeatureSkew> features, long pairs, SideCounts training, SideCounts serving) {
    public SkewAnswer {
        features = List.copyOf(features);
    }

    /** Whether there were rows on both sides, but none belong together. */
    public boolean comparedNothing() {
        return pairs == 0 && training.rows() > 0 && serving.rows() > 0;
    }
}
