package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;

/**
 * {@code energy}: {@code sqrt(2 E|X-Y| - E|X-X'| - E|Y-Y'|)}, equal to {@code sqrt(2 integral (F - G)^2 dx)}, in the root of
 * the feature's unit (scipy.stats.energy_distance, Evidently). Finite values only. Szekely and Rizzo 2013,
 * doi:10.1016/j.jspi.2013.03.018.
 */
record EnergyDistance() implements ValueTest {

    @Override
    public Measured of(Numbers reference, Numbers current) {
        double n = reference.compared();
        double m = current.compared();
        var state = new double[] {0, 0, 0, Double.NaN};
        Merge.walk(reference, current, (value, a, b) -> {
            if (state[0] + state[1] > 0) {
                double gap = state[0] / n - state[1] / m;
                state[2] += gap * gap * (value - state[3]);
            }
            state[0] += a;
            state[1] += b;
            state[3] = value;
        });
        return Measured.of(Math.sqrt(2 * state[2]));
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.SQUARE_ROOT;
    }
}
