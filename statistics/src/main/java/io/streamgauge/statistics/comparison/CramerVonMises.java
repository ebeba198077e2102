package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;
import org.hipparchus.special.Gamma;
import org.jspecify.annotations.Nullable;

/**
 * {@code cramer-von-mises}: the two-sample statistic T of Anderson 1962 (doi:10.1214/aoms/1177704477) from midranks, and its
 * asymptotic p-value, moments matched at the actual sizes, as scipy.stats.cramervonmises_2samp has them. (SciPy and Evidently
 * count orders exactly where both sides have at most 20 rows; here the asymptotic p-value stands at every size.)
 *
 * <p>Finite values only. Two equal constants: p-value 1.
 */
record CramerVonMises() implements ValueTest {

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
        return Measured.of(t, pValue(t, n, m));
    }

    /** The sum over i = before+1 .. before+count of (midrank - i)^2. */
    private static double squares(double midrank, double before, long count) {
        double gap = midrank - before - (count + 1) / 2.0;
        double size = count;
        return size * gap * gap + (size * size * size - size) / 12;
    }

    private static double pValue(double t, double n, double m) {
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
