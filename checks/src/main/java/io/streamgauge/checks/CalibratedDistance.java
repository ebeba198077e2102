package io.streamgauge.checks;

import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.inference.LeveledNull;
import io.streamgauge.statistics.inference.NullDistribution;
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

    static CalibratedDistance of(
            Distance distance,
            double floor,
            FalseAlarmBudget falseAlarms,
            long minimumRows,
            NullDistribution nothingMoved,
            WindowSpec windows) {
        double level = falseAlarms.levelPerWindow(windows.advance());
        return new CalibratedDistance(distance, floor, level, minimumRows, nothingMoved.at(level, POWER));
    }

    /** The same where something else is usual. */
    CalibratedDistance by(NullDistribution other) {
        return new CalibratedDistance(distance, floor, level, minimumRows, other.at(level, POWER));
    }

    /**
     * How far a window is, and whether that is far.
     *
     * @param before has rows
     */
    Measurement measure(Profile before, Profile current) {
        return current.count() == 0 ? ofNothing(before) : measured(distance.between(before, current), before, current);
    }

    Measurement ofNothing(Profile before) {
        return new Measurement(0, floor, null, null, level, null, 0, before.count(), false);
    }

    /** @param value the distance, if it is known already */
    Measurement measured(double value, Profile before, Profile current) {
        long n = current.count();
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
