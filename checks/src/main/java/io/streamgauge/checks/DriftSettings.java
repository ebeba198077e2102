package io.streamgauge.checks;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.profile.Layout;
import org.jspecify.annotations.Nullable;

/**
 * How drift is measured and judged.
 *
 * @param metric name of the distance; null = the default of the feature's type
 * @param floor smallest value of the metric that matters
 * @param falseAlarms how many false alarms are allowed in how much time
 * @param minimumRows windows with fewer rows get no verdict
 */
public record DriftSettings(@Nullable String metric, double floor, FalseAlarmBudget falseAlarms, long minimumRows) {
    public DriftSettings {
        if (!(floor >= 0) || !Double.isFinite(floor)) {
            throw new IllegalArgumentException("floor must be a finite number of at least 0, got " + floor);
        }
    }

    /** The configured distance where it fits the feature's type, else the type's default. */
    Distance distanceFor(Layout layout) {
        if (metric != null) {
            Distance distance = Distances.named(metric);
            if (distance.appliesTo(layout)) {
                return distance;
            }
        }
        return Distances.defaultFor(layout);
    }
}
