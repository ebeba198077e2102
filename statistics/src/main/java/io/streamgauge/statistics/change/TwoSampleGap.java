package io.streamgauge.statistics.change;

import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * The two-sample Kolmogorov-Smirnov distance as a whole number, {@code n*m*D}: whole numbers can be compared with a limit
 * without rounding.
 */
final class TwoSampleGap {
    /** The largest product of sizes for which the exact distribution is computed. */
    private static final long EXACT = 10_000;

    private TwoSampleGap() {}

    /** {@code n*m*max|F1(x) - F2(x)|}. */
    static long between(SortedValues one, SortedValues other) {
        int i = 0;
        int j = 0;
        long gap = 0;
        while (i < one.size() && j < other.size()) {
            double value = Math.min(one.get(i), other.get(j));
            while (i < one.size() && one.get(i) == value) {
                i++;
            }
            while (j < other.size() && other.get(j) == value) {
                j++;
            }
            gap = Math.max(gap, Math.abs((long) i * other.size() - (long) j * one.size()));
        }
        return gap;
    }

    /** The smallest gap whose p-value, for samples of {@code n} and {@code m} values, is at most {@code alpha}. */
    static long critical(double alpha, int n, int m) {
        var test = new KolmogorovSmirnovTest();
        long product = (long) n * m;
        long low = 0;
        long high = product + 1;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            double distance = (double) middle / product;
            double p = product <= EXACT ? test.exactP(distance, n, m, false) : test.approximateP(distance, n, m);
            if (p <= alpha) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
