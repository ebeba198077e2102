package io.streamgauge.checks;

import io.streamgauge.statistics.comparison.ProfileDistances;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.distance.EffectSize;
import io.streamgauge.statistics.inference.EProcess;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.profile.Layout;
import org.jspecify.annotations.Nullable;

/**
 * How drift is measured and judged.
 *
 * @param metric specification of the distance, see {@link ProfileDistances}, or {@value EProcess#NAME}; null = the default of the
 *     feature's type
 * @param floor smallest value of the metric that matters; of an e-process the smallest drift, in standard deviations
 * @param falseAlarms how many false alarms are allowed in how much time
 * @param minimumRows windows with fewer rows get no verdict
 * @param byHourOfWeek whether windows are compared with the training windows of the same hour of the week, where those are known;
 *     else, and in slices, with all training data
 */
public record DriftSettings(
        @Nullable String metric, double floor, FalseAlarmBudget falseAlarms, long minimumRows, boolean byHourOfWeek) {
    /** Compared with all training data. */
    public DriftSettings(@Nullable String metric, double floor, FalseAlarmBudget falseAlarms, long minimumRows) {
        this(metric, floor, falseAlarms, minimumRows, false);
    }

    public DriftSettings {
        if (!(floor >= 0) || !Double.isFinite(floor)) {
            throw new IllegalArgumentException("floor must be a finite number of at least 0, got " + floor);
        }
    }

    /** Floor of the default distances, where the configured one does not fit a feature's type. */
    public static final double DEFAULT_FLOOR = EffectSize.SMALL;

    /**
     * The same for a feature of this layout: where the configured metric does not fit its type, the type's default with that one's
     * floor, since a floor in miles says nothing about airports.
     */
    DriftSettings fitting(Layout layout) {
        Distance fallback = Distances.defaultFor(layout);
        if (metric == null) {
            return new DriftSettings(fallback.name(), floor, falseAlarms, minimumRows, byHourOfWeek);
        }
        return ProfileDistances.of(metric).appliesTo(layout)
                ? this
                : new DriftSettings(fallback.name(), DEFAULT_FLOOR, falseAlarms, minimumRows, byHourOfWeek);
    }

    /** Whether windows are judged by all that came before them, not each by itself. */
    boolean isSequential() {
        return EProcess.NAME.equals(metric);
    }

    /** The configured distance. */
    Distance distance() {
        if (metric == null) {
            throw new IllegalStateException("without a metric the distance depends on the feature's type");
        }
        return ProfileDistances.of(metric);
    }
}
