package io.streamgauge.topology.settings;

import io.streamgauge.checks.valueskew.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the rows of serving are compared with the same rows of training.
 *
 * @param serving the slots of its mapping: the features in order, then the parts of the identifier
 * @param training as {@code serving}, of the reference topic
 * @param features the compared ones
 * @param comparisons by feature; those without one must be equal
 * @param timeToLive how far apart in event time the two rows of a pair may be
 * @param allowedRate share of the pairs in which a feature may differ
 * @param allowedUnmatched share of the rows of a side that may have no counterpart
 * @param minimumRows pairs below which there is no verdict
 * @param sensitive features whose values are told to nobody
 */
public record ValueSkewSettings(
        SourceSettings serving,
        SourceSettings training,
        List<String> features,
        Map<String, Comparison> comparisons,
        Duration timeToLive,
        double allowedRate,
        double allowedUnmatched,
        long minimumRows,
        List<String> sensitive) {
    public ValueSkewSettings {
        features = List.copyOf(features);
        comparisons = Map.copyOf(comparisons);
        sensitive = List.copyOf(sensitive);
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException("the time-to-live of a join must be positive, got " + timeToLive);
        }
    }

    public Comparison comparison(String feature) {
        return comparisons.getOrDefault(feature, Comparison.EXACT);
    }

    /** The settings of one side. */
    public SourceSettings side(boolean ofServing) {
        return ofServing ? serving : training;
    }
}
