package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;

/**
 * {@code ks}: the largest gap between the distribution functions, {@code D = max |F - G|} in {@code [0, 1]}, and the two-sided
 * p-value as scipy.stats.ks_2samp has it:
 *
 * <ul>
 *   <li>{@code p-value=exact}: the share of all orders of the pooled rows whose D is as large (ties are taken as none);
 *       for at most {@value #MOST_COUNTED} rows a side;
 *   <li>{@code p-value=asymptotic}: the one-sample distribution at {@code nm/(n+m)} rows, rounded;
 *   <li>{@code p-value=auto} (default): exact where neither side has more than 10,000 rows.
 * </ul>
 *
 * <p>{@code robust=c} takes off what chance can do, {@code max(0, D - c sqrt((n+m)/(nm)))} (deequ, c = 1.8); the p-value is that
 * of D. Finite values only. Hodges 1958, doi:10.1007/BF02589501; Simard and L'Ecuyer 2011, doi:10.18637/jss.v039.i11.
 */
record KolmogorovSmirnov(PValueForm pValue, double robust) implements ValueTest {

    private static final long MOST_EXACT = 10_000;
    private static final long MOST_COUNTED = 50_000; // their square is the number of steps

    @Override
    public Measured of(Numbers reference, Numbers current) {
        double n = reference.compared();
        double m = current.compared();
        double d = gap(reference, current);
        double p = pValue.isExact(reference, current, MOST_EXACT, MOST_COUNTED)
                ? KolmogorovSmirnovTail.exact(d, reference.compared(), current.compared())
                : KolmogorovSmirnovTail.oneSample(d, Math.rint(n * m / (n + m)));
        return Measured.of(corrected(d, n, m), p);
    }

    /** Without the p-value, which costs far more. */
    @Override
    public double distance(Numbers reference, Numbers current) {
        double n = reference.compared();
        double m = current.compared();
        return corrected(gap(reference, current), n, m);
    }

    private static double gap(Numbers reference, Numbers current) {
        double n = reference.compared();
        double m = current.compared();
        var state = new double[3];
        Merge.walk(reference, current, (value, a, b) -> {
            state[0] += a;
            state[1] += b;
            state[2] = Math.max(state[2], Math.abs(state[0] / n - state[1] / m));
        });
        return state[2];
    }

    private double corrected(double d, double n, double m) {
        return Math.max(0, d - robust * Math.sqrt((n + m) / n / m));
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.SQUARE_ROOT;
    }
}
