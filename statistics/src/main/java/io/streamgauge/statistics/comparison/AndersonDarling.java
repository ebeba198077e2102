package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.jspecify.annotations.Nullable;

/**
 * {@code anderson-darling}: the two-sample statistic of Scholz and Stephens 1987 (doi:10.1080/01621459.1987.10478517) with
 * midranks, standardised, and its p-value interpolated between tabulated quantiles and so confined to {@code [0.001, 0.25]}, as
 * scipy.stats.anderson_ksamp has them. It weighs the tails most.
 *
 * <p>Finite values only. Fewer than four rows, or a single distinct value on both sides together: not defined.
 */
record AndersonDarling() implements ValueTest {

    private static final double[] LEVELS = {0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001};
    /** Quantiles of the standardised statistic at these levels for two samples: b0 + b1 + b2 of table 2. */
    private static final double[] QUANTILES = {0.325, 1.226, 1.961, 2.718, 3.752, 4.592, 6.546};

    private static final double[] CURVE = curve();

    @Override
    public Measured of(Numbers reference, Numbers current) {
        double n = reference.compared();
        double m = current.compared();
        double all = n + m;
        var state = new double[4];
        Merge.walk(reference, current, (value, a, b) -> {
            double ties = a + b;
            double rank = state[0] + state[1] + ties / 2;
            double below = rank * (all - rank) - all * ties / 4;
            double gap = all * (state[0] + a / 2.0) - rank * n;
            state[2] += ties / all * gap * gap / below;
            state[0] += a;
            state[1] += b;
            state[3]++;
        });
        if (all < 4 || state[3] < 2) {
            return Measured.UNDEFINED;
        }
        // The gaps of the two samples are opposite, so one sum serves both.
        double statistic = state[2] * (1 / n + 1 / m) * (all - 1) / all;
        double standardised = (statistic - 1) / Math.sqrt(variance(n, m));
        return Measured.of(standardised, pValue(standardised));
    }

    private static double variance(double n, double m) {
        double all = n + m;
        double sizes = 1 / n + 1 / m;
        double harmonic = 0;
        double g = 0;
        for (double i = all - 1; i > 1; i--) {
            harmonic += 1 / i;
            g += harmonic / (all + 1 - i);
        }
        double h = harmonic + 1;
        double a = 4 * g - 6 + (10 - 6 * g) * sizes;
        double b = (2 * g - 4) * 4 + 16 * h + (2 * g - 14 * h - 4) * sizes - 8 * h + 4 * g - 6;
        double c = (6 * h + 2 * g - 2) * 4 + (4 * h - 4 * g + 6) * 2 + (2 * h - 6) * sizes + 4 * h;
        double d = (2 * h + 6) * 4 - 8 * h;
        return (((a * all + b) * all + c) * all + d) / ((all - 1) * (all - 2) * (all - 3));
    }

    private static double pValue(double standardised) {
        if (standardised < QUANTILES[0]) {
            return LEVELS[0];
        }
        if (standardised > QUANTILES[QUANTILES.length - 1]) {
            return LEVELS[LEVELS.length - 1];
        }
        return Math.exp(CURVE[0] + (CURVE[1] + CURVE[2] * standardised) * standardised);
    }

    /** The parabola through the logarithms of the levels, by least squares. */
    private static double[] curve() {
        var regression = new OLSMultipleLinearRegression();
        var logarithms = new double[LEVELS.length];
        var powers = new double[LEVELS.length][];
        for (int i = 0; i < LEVELS.length; i++) {
            logarithms[i] = Math.log(LEVELS[i]);
            powers[i] = new double[] {QUANTILES[i], QUANTILES[i] * QUANTILES[i]};
        }
        regression.newSampleData(logarithms, powers);
        return regression.estimateRegressionParameters();
    }

    @Override
    public @Nullable Shrinkage shrinkage() {
        return null;
    }
}
