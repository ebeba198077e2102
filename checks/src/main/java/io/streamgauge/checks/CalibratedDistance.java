package io.streamgauge.checks;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.inference.LeveledNull;
import io.streamgauge.statistics.profile.Profile;

/**
 * A distance to the reference, and what it is judged by.
 *
 * @param floor smallest distance that matters
 * @param level probability of a false alarm that is allowed in one window
 * @param minimumRows windows with fewer rows get no verdict
 * @param nothingMoved how it varies when nothing moved
 */
record CalibratedDistance(Distance distance, double floor, double level, long minimumRows, LeveledNull nothingMoved) {
    private static final double POWER = 0.8;

    /** Fits the null to the windows of the reference; costly, done once. */
    static CalibratedDistance fit(
            Distance distance,
            double floor,
            FalseAlarmBudget falseAlarms,
            long minimumRows,
            FeatureReference feature,
            WindowSpec windows) {
        double level = falseAlarms.levelPerWindow(windows.advance());
        return new CalibratedDistance(
                distance,
                floor,
                level,
                minimumRows,
                Calibration.fit(distance, feature.total(), feature.windows()).at(level, POWER));
    }

    /** @param before has rows */
    Measurement measure(Profile before, Profile current) {
        long n = current.count();
        if (n == 0) {
            return new Measurement(0, floor, null, null, level, null, 0, before.count(), false);
        }
        double value = distance.between(before, current);
        LeveledNull law = nothingMoved.withReferenceOf(before.count());
        return new Measurement(
                value,
                floor,
                law.quantile(n),
                law.pValue(value, n),
                level,
                law.detectableEffect(n),
                n,
                before.count(),
                n >= minimumRows);
    }
}
