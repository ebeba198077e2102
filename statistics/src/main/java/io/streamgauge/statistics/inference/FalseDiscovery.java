package io.streamgauge.statistics.inference;

import java.util.Arrays;

/**
 * Answers which of many tests to believe. The procedure of Benjamini and Hochberg: with the m p-values sorted,
 * {@code p(1) <= ... <= p(m)}, and k the largest index with {@code p(k) <= k/m * level}, the tests of {@code p(1) ... p(k)}
 * are rejected. Then, for independent (or positively dependent) tests, the expected share of false ones among the rejected
 * is at most {@code level}. Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * Whether each test is rejected, in the order given; equal p-values get equal answers, and no tests give none.
     * {@code pValues} is not changed.
     *
     * @throws IllegalArgumentException if a p-value or the level is not in {@code [0, 1]}
     */
    public static boolean[] rejected(double[] pValues, double level) {
        requireProbability("the level", level);
        for (double p : pValues) {
            requireProbability("a p-value", p);
        }
        // No other is rejected, and most are larger when nothing is wrong.
        double[] sorted = Arrays.stream(pValues).filter(p -> p <= level).toArray();
        Arrays.sort(sorted);
        double largestRejected = -1;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] <= (i + 1.0) / pValues.length * level) {
                largestRejected = sorted[i];
            }
        }
        var rejected = new boolean[pValues.length];
        for (int i = 0; i < rejected.length; i++) {
            rejected[i] = pValues[i] <= largestRejected;
        }
        return rejected;
    }

    private static void requireProbability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " must be in [0, 1], got " + value);
        }
    }
}
