package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;
import org.hipparchus.special.Gamma;

/**
 * {@code chi-square} and {@code g-test}: do both sides have the same shares? Value: the statistic, with K filled bins on
 * {@code K - 1} degrees of freedom; p-value: its upper tail.
 *
 * <ul>
 *   <li>{@code form=contingency} (default; SciPy chi2_contingency, NannyML, alibi): expected counts from both sides. A new
 *       category is one more column. {@code yates=true} corrects a 2x2 table.
 *   <li>{@code form=goodness-of-fit} (Evidently, whylogs): current counts against the reference scaled to the same sum. A new
 *       category has expectation 0: the statistic is infinite and p is 0.
 *   <li>Statistic: {@code sum((o - e)^2 / e)}, or {@code 2 sum(o ln(o / e))} for the g-test.
 *   <li>Fewer than two filled bins: value 0 and p-value 1, as there is nothing that could differ. Missing: dropped, or one more
 *       category with {@code missing=bin}.
 * </ul>
 */
record ContingencyTest(boolean logLikelihood, boolean goodnessOfFit, boolean yates) implements BinFormula {

    /**
     * The statistic without the sample sizes: times {@code 1/n + 1/N}. In chi-square, less than one expected row counts as one: or the first
     * row of a new value would be worth N/n by itself, which is beyond any null of ordinary rows.
     */
    @Override
    public double of(Masses masses) {
        double statistic = statistic(masses, 1);
        return (1 / Masses.sum(masses.reference()) + 1 / Masses.sum(masses.current())) * statistic;
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.LINEAR;
    }

    Measured test(Masses masses) {
        int filled = filled(masses);
        if (filled < 2) {
            return Measured.of(0, 1);
        }
        double statistic = statistic(masses, 0);
        return Measured.of(statistic, upperTail(statistic, filled - 1));
    }

    private static int filled(Masses masses) {
        int filled = 0;
        for (int i = 0; i < masses.reference().length; i++) {
            filled += masses.reference()[i] + masses.current()[i] > 0 ? 1 : 0;
        }
        return filled;
    }

    private double statistic(Masses masses, double leastExpected) {
        double[] a = masses.reference();
        double[] b = masses.current();
        double n = Masses.sum(a);
        double m = Masses.sum(b);
        int filled = filled(masses);
        boolean corrected = yates && filled == 2 && !goodnessOfFit;
        double statistic = 0;
        for (int i = 0; i < a.length && filled > 1; i++) {
            if (a[i] + b[i] > 0) {
                statistic += goodnessOfFit
                        ? term(b[i], a[i] / n * m, leastExpected, false)
                        : term(a[i], (a[i] + b[i]) * (n / (n + m)), leastExpected, corrected)
                                + term(b[i], (a[i] + b[i]) * (m / (n + m)), leastExpected, corrected);
            }
        }
        return statistic;
    }

    private double term(double observed, double expected, double leastExpected, boolean corrected) {
        double gap = Math.abs(observed - expected);
        double shift = corrected ? Math.min(0.5, gap) : 0;
        if (logLikelihood) {
            double moved = observed - Math.signum(observed - expected) * shift;
            return moved == 0 ? 0 : 2 * moved * StrictMath.log(moved / expected);
        }
        return (gap - shift) * (gap - shift) / Math.max(leastExpected, expected);
    }

    private static double upperTail(double statistic, int degrees) {
        double x = Math.max(0, statistic);
        return Double.isInfinite(x) ? 0 : Gamma.regularizedGammaQ(degrees / 2.0, x / 2);
    }
}
