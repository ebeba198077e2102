package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;
import org.hipparchus.special.Erf;
import org.jspecify.annotations.Nullable;

/**
 * {@code mann-whitney}: in how many pairs the reference value is larger, U (a tie counts half), and the p-value by the normal
 * approximation with corrections for ties and continuity, as scipy.stats.mannwhitneyu has it. {@code alternative=two-sided}
 * (default), {@code less} (the reference tends to be smaller; Evidently) or {@code greater}.
 *
 * <p>Finite values only. Two equal constants: p-value 1. Mann and Whitney 1947, doi:10.1214/aoms/1177730491.
 */
record MannWhitney(String alternative) implements ValueTest {

    @Override
    public Measured of(Numbers reference, Numbers current) {
        double n = reference.compared();
        double m = current.compared();
        var state = new double[3];
        Merge.walk(reference, current, (value, a, b) -> {
            double ties = a + b;
            state[0] += a * (state[1] + b / 2.0); // rows of the other side below, and half of those at the value
            state[1] += b;
            state[2] += ties * ties * ties - ties;
        });
        double u = state[0];
        double all = n + m;
        double spread = Math.sqrt(n * m / 12 * (all + 1 - state[2] / (all * (all - 1))));
        double larger = switch (alternative) {
            case "greater" -> u;
            case "less" -> n * m - u;
            default -> Math.max(u, n * m - u);
        };
        double tails = alternative.equals("two-sided") ? 2 : 1;
        double z = spread > 0 ? (larger - n * m / 2 - 0.5) / spread : -1;
        return Measured.of(u, Math.min(1, tails * Erf.erfc(z / Math.sqrt(2)) / 2));
    }

    @Override
    public @Nullable Shrinkage shrinkage() {
        return null;
    }
}
