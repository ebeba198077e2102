package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;

/**
 * Wasserstein-1 (earth mover's) distance of the finite values, {@code W = integral |F(x) - G(x)| dx}: how far the values
 * moved on average, in the unit of the feature. The values of a regular bin stand at its midpoint; those of an outer bin at
 * their own mean, which each profile knows. So W differs from that of the raw values by at most the width of the widest
 * regular bin, plus the mean deviation inside the outer bins.
 *
 * <p>The normalised form divides by the population standard deviation of the reference (at least the
 * {@linkplain NumericProfile#resolution() resolution} of its moments, so that the result is finite for a constant
 * reference), and has no unit.
 *
 * <p>If just one side has finite values, W is the width of the grid; if neither has, 0. Missing, NaN and infinities are not
 * compared. In the extreme, W stops at {@link Double#MAX_VALUE}.
 */
final class Wasserstein extends BinnedDistance {

    private final boolean normalized;

    private Wasserstein(boolean normalized) {
        this.normalized = normalized;
    }

    static Wasserstein raw() {
        return new Wasserstein(false);
    }

    static Wasserstein normalized() {
        return new Wasserstein(true);
    }

    @Override
    public String name() {
        return normalized ? "wasserstein-normalized" : "wasserstein";
    }

    @Override
    public String convention() {
        return "at=bin-midpoints,values=finite" + (normalized ? ",unit=reference-std" : "");
    }

    @Override
    public boolean appliesTo(Layout layout) {
        return layout instanceof Grid;
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.SQUARE_ROOT;
    }

    @Override
    double checkedBetween(Profile reference, Profile current) {
        var positions = BinPositions.of((NumericProfile) reference, (NumericProfile) current);
        return inUnit(reference, positions.work(reference.binCounts(), current.binCounts()));
    }

    @Override
    public CountDistance onCounts(Profile reference) {
        requireApplies(reference.layout());
        var numeric = (NumericProfile) reference;
        var positions = BinPositions.expecting(numeric);
        return (a, b) -> inUnit(reference, positions.work(a, b));
    }

    private double inUnit(Profile reference, double work) {
        if (!normalized) {
            return work;
        }
        var numeric = (NumericProfile) reference;
        // Math.max would pass on the NaN of a reference without finite values.
        double deviation = numeric.finite() == 0 ? 0 : numeric.standardDeviation();
        return Math.min(Double.MAX_VALUE, work / Math.max(deviation, numeric.resolution()));
    }
}
