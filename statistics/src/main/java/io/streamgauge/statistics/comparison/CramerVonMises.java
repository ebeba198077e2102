package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;
import org.hipparchus.special.Gamma;
import org.jspecify.annotations.Nullable;

/**
 * {@code cramer-von-mises}: the two-sample statistic T of Anderson 1962 (doi:10.1214/aoms/1177704477) from midranks, and its
 * p-value as scipy.stats.cramervonmises_2samp has it:
 *
 * <ul>
 *   <li>{@code p-value=exact}: the share of all orders of the pooled rows whose T is as large (ties are taken as none); for at
 *       most {@value CramerVonMisesOrders#MOST_ROWS} rows a side;
 *   <li>{@code p-value=asymptotic}: the limit law, moments matched at the actual sizes;
 *   <li>{@code p-value=auto} (default): exact where neither side has more than {@value #MOST_EXACT} rows.
 * </ul>
 *
 * <p>On profiles the gap of the distribution functions is taken to change evenly inside a bin, and integrated:
 * {@code T = nm/(n+m) integral (F - G)^2 dH}, with H of both sides together; the p-value is that of the limit law.
 *
 * <p>Finite values only. Two equal constants: p-value 1.
 */
record CramerVonMises(PValueForm pValue) implements ValueTest {

    private static final int MOST_EXACT = 20;

    @Override
    public Measured of(Numbers reference, Numbers current) {
        double n = reference.compared();
        double m = current.compared();
        var state = new double[3];
        Merge.walk(reference, current, (value, a, b) -> {
            double midrank = state[0] + state[1] + (a + b + 1) / 2.0;
            state[2] += n * squares(midrank, state[0], a) + m * squares(midrank, state[1], b);
            state[0] += a;
            state[1] += b;
        });
        double all = n + m;
        double t = state[2] / (n * m * all) - (4 * n * m - 1) / (6 * all);
        return Measured.of(
                t,
                pValue.isExact(reference, current, MOST_EXACT, CramerVonMisesOrders.MOST_ROWS)
                        ? CramerVonMisesOrders.tail(state[2], (int) n, (int) m)
                        : limitTail(t, n, m));
    }

    /** Midpoints would be ties, which enlarge T beyond measure. */
    @Override
    public Measured streaming(BinnedNumbers reference, BinnedNumbers current) {
        double n = reference.rows();
        double m = current.rows();
        var sum = new double[1];
        BinnedNumbers.walk(
                reference,
                current,
                (from, to, before, behind) ->
                        sum[0] += (to - from) * (before * before + before * behind + behind * behind) / 3);
        double t = n * m / (n + m) * sum[0];
        return Measured.of(t, limitTail(t, n, m));
    }

    /** The sum over i = before+1 .. before+count of (midrank - i)^2. */
    private static double squares(double midrank, double before, long count) {
        double gap = midrank - before - (count + 1) / 2.0;
        double size = count;
        return size * gap * gap + (size * size * size - size) / 12;
    }

    private static double limitTail(double t, double n, double m) {
        double all = n + m;
        double mean = (1 + 1 / all) / 6;
        double variance =
                (all + 1) * (4 * n * m * all - 3 * (n * n + m * m) - 2 * n * m) / (45 * all * all * 4 * n * m);
        double limit = 1.0 / 6 + (t - mean) / Math.sqrt(45 * variance);
        return limit < 0.003 || variance <= 0 ? 1 : Math.max(0, 1 - limitLaw(limit));
    }

    /**
     * The distribution function of the limit; Csorgo and Faraway 1996, equation 1.3. The series ends where SciPy ends it, behind
     * the first term below 1e-7: its tails are off by about 1e-12, and ours are the same.
     */
    private static double limitLaw(double x) {
        double sum = 0;
        double term = 1;
        for (int k = 0; term >= 1e-7; k++) {
            double y = 4 * k + 1.0;
            double q = y * y / (16 * x);
            double factor = Math.exp(Gamma.logGamma(k + 0.5) - Gamma.logGamma(k + 1)) / Math.sqrt(x);
            term = factor * Math.sqrt(y) * scaledBessel(q) * Math.exp(-2 * q) / Math.pow(Math.PI, 1.5);
            sum += term;
        }
        return sum;
    }

    /**
     * The modified Bessel function {@code e^x K(1/4, x)}: the integral of {@code exp(x - x cosh t) cosh(t / 4)} over t >= 0 by
     * the trapezoidal rule, which is exact to the last digits for such an integrand.
     */
    private static double scaledBessel(double x) {
        double step = 1.0 / 64;
        double sum = 0.5;
        for (int i = 1; ; i++) {
            double t = i * step;
            double term = Math.exp(x - x * Math.cosh(t)) * Math.cosh(t / 4);
            sum += term;
            if (term < 1e-19 * sum) {
                return sum * step;
            }
        }
    }

    @Override
    public @Nullable Shrinkage shrinkage() {
        return null;
    }
}
