package io.streamgauge.app.compare;

import io.streamgauge.statistics.comparison.Convention;
import io.streamgauge.statistics.comparison.MetricSpecification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How samples are compared and judged.
 *
 * @param metrics empty = the default: of the convention if one is given, else of the service
 * @param convention of another tool; null = ours
 * @param streaming from profiles, as the service computes; else exactly
 * @param level at which differences are told from chance: the expected share of false ones among the features that moved
 * @param floor smallest value that matters; null = the default of the metric
 */
public record Settings(
        List<MetricSpecification> metrics,
        @Nullable Convention convention,
        boolean streaming,
        double level,
        @Nullable Double floor) {

    public Settings {
        metrics = List.copyOf(metrics);
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be between 0 and 1, got " + level);
        }
        if (floor != null && !(floor >= 0 && floor <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("floor must be a number of at least 0, got " + floor);
        }
    }
}
