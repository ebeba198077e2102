package io.streamgauge.checks;

import io.streamgauge.checks.valueskew.Comparison;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of the pairs of serving and training rows.
 *
 * @param features the compared ones, in order
 * @param rate allowed share of pairs in which a feature differs
 * @param unmatched allowed share of rows of either side without a counterpart; 1 allows all
 * @param minimumRows pairs below which there is no verdict
 * @param sensitive features whose values are told to nobody
 */
public record SkewSettings(
        List<String> features,
        Map<String, Comparison> comparisons,
        double rate,
        double unmatched,
        long minimumRows,
        Set<String> sensitive) {
    public SkewSettings {
        features = List.copyOf(features);
        comparisons = Map.copyOf(comparisons);
        sensitive = Set.copyOf(sensitive);
        if (!(rate >= 0 && rate < 1 && unmatched >= 0 && unmatched <= 1)) {
            throw new IllegalArgumentException(
                    "allowed shares must lie in [0, 1), got %s and %s".formatted(rate, unmatched));
        }
    }
}
