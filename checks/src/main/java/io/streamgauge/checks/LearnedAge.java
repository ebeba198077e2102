package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.profile.NumericProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How old are values usually when they are used? A quantile of the ages of a window is unusual beyond {@value #MARGIN} times the largest that a window of the
 * training data had, or the next one if the budget of false alarms gives so much training data an alarm or more.
 *
 * <p>Windows are the sample, and not values: what refreshes values makes all of them old together, so that the ages of one window say next to
 * nothing about how those of another vary. Windows with fewer than {@value #FEWEST} ages do not count; with fewer than {@value #FEWEST_WINDOWS} that do
 * nothing is known.
 */
final class LearnedAge {
    /** Fewer ages than this say nothing about their 0.99-quantile. */
    static final int FEWEST = 30;

    private static final int FEWEST_WINDOWS = 5;
    private static final double MARGIN = 1.5;
    /** Of values that were always fresh: a second is nothing to alert about. */
    private static final double LEAST_SECONDS = 1;

    private final List<NumericProfile> windows;
    private final int passedOver;
    private final NumericProfile total;

    private LearnedAge(NumericProfile total, List<NumericProfile> windows, int passedOver) {
        this.total = total;
        this.windows = windows;
        this.passedOver = passedOver;
    }

    /** What a baseline knows of an age, in windows such as those to judge; null if it knows nothing. */
    static @Nullable LearnedAge of(
            Baseline baseline, Source source, String name, WindowSpec spec, FalseAlarmBudget falseAlarms) {
        FeatureSchema schema = AgeField.schema(name, source);
        Reference reference = Reference.of(baseline.ofAges(), source, spec);
        for (FeatureReference age : reference.features()) {
            if (age.schema().equals(schema)) {
                List<NumericProfile> usable = age.windows().stream()
                        .map(NumericProfile.class::cast)
                        .filter(window -> window.finite() >= FEWEST)
                        .toList();
                double spanMs = spec.advance().toMillis() * (double) usable.size();
                int allowed = (int)
                        (falseAlarms.alarms() * spanMs / falseAlarms.period().toMillis());
                return usable.size() < FEWEST_WINDOWS
                        ? null
                        : new LearnedAge((NumericProfile) age.total(), usable, Math.min(allowed, usable.size() - 1));
            }
        }
        return null;
    }

    /** The largest usual quantile of a window's ages, in seconds. */
    double limit(double quantile) {
        double[] sorted = windows.stream()
                .mapToDouble(window -> window.quantile(quantile))
                .sorted()
                .toArray();
        return Math.max(LEAST_SECONDS, MARGIN * sorted[sorted.length - 1 - passedOver]);
    }

    /** The quantile of all ages at training, in seconds. */
    double quantile(double quantile) {
        return total.quantile(quantile);
    }

    /** Ages at training. */
    long rows() {
        return total.finite();
    }
}
