package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;
import org.hipparchus.special.Erf;
import org.jspecify.annotations.Nullable;

/**
 * {@code mann-whitney}: in how many pairs the reference value is larger, U (a tie counts half), and its p-value as
 * scipy.stats.mannwhitneyu has it. {@code alternative=two-sided} (default), {@code less} (the reference tends to be smaller;
 * Evidently) or {@code greater}.
 *
 * <ul>
 *   <li>{@code p-value=exact}: the share of all orders of the pooled rows whose U is as large (ties are taken as none, U without
 *       its half); for at most {@value #MOST_COUNTED} rows a side;
 *   <li>{@code p-value=asymptotic}: the normal approximation with corrections for ties and continuity;
 *   <li>{@code p-value=auto} (default): exact without ties where one side has at most {@value #MOST_EXACT} rows and the other at
 *       most {@value #MOST_OF_OTHER}.
 * </ul>
 *
 * <p>Finite values only. Two equal constants: p-value 1. Mann and Whitney 1947, doi:10.1214/aoms/1177730491.
 */
record MannWhitney(String alternative, PValueForm pValue) implements ValueTest {

    private static final long MOST_EXACT = 8;
    private static final long MOST_OF_OTHER = 10_000;
    private static final long MOST_COUNTED = 500;

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
        double larger = switch (alternative) {
            case "greater" -> u;
            case "less" -> n * m - u;
            default -> Math.max(u, n * m - u);
        };
        double tail = isExact(reference, current, state[2] > 0)
                ? MannWhitneyOrders.atMost((long) (n * m) - (long) larger, reference.compared(), current.compared())
                : normalTail(larger, n, m, state[2]);
        return Measured.of(u, Math.min(1, (alternative.equals("two-sided") ? 2 : 1) * tail));
    }

    private boolean isExact(Numbers reference, Numbers current, boolean tied) {
        boolean small = Math.min(reference.compared(), current.compared()) <= MOST_EXACT && !tied;
        return pValue.isExact(reference, current, small ? MOST_OF_OTHER : 0, MOST_COUNTED);
    }

    private static double normalTail(double larger, double n, double m, double ties) {
        double all = n + m;
        double spread = Math.sqrt(n * m / 12 * (all + 1 - ties / (all * (all - 1))));
        double z = spread > 0 ? (larger - n * m / 2 - 0.5) / spread : -1;
        return Erf.erfc(z / Math.sqrt(2)) / 2;
    }

    @Override
    public @Nullable Shrinkage shrinkage() {
        return null;
    }
}
