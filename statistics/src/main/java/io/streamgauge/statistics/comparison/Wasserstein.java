package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;

/**
 * {@code wasserstein}: {@code W = integral |F(x) - G(x)| dx}, how far the values moved on average, in the unit of the feature
 * (scipy.stats.wasserstein_distance, NannyML). {@code wasserstein-normalized} divides by the population standard deviation of
 * the reference, at least {@code min-deviation=0.001} (Evidently), and has no unit.
 *
 * <p>Finite values only. It sees shifts of the mean best and a change in a thin tail hardly. Not bounded.
 */
record Wasserstein(boolean normalized, double minDeviation) implements ValueTest {

    @Override
    public Measured of(Numbers reference, Numbers current) {
        double distance = distanceOf(reference, current);
        return Measured.of(normalized ? distance / Math.max(reference.deviation(), minDeviation) : distance);
    }

    @Override
    public Measured streaming(BinnedNumbers reference, BinnedNumbers current) {
        double distance = distanceOf(reference.points(), current.points());
        double deviation = Math.max(Math.sqrt(reference.variance()), minDeviation);
        return Measured.of(normalized ? distance / deviation : distance);
    }

    private static double distanceOf(Numbers reference, Numbers current) {
        double n = reference.compared();
        double m = current.compared();
        var state = new double[] {0, 0, 0, Double.NaN};
        Merge.walk(reference, current, (value, a, b) -> {
            if (state[0] + state[1] > 0) {
                state[2] += Math.abs(state[0] / n - state[1] / m) * (value - state[3]);
            }
            state[0] += a;
            state[1] += b;
            state[3] = value;
        });
        return state[2];
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.SQUARE_ROOT;
    }
}
