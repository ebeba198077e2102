package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;

/**
 * Draws windows as a {@link WindowVariation} says they vary, and measures them against references that are drawn as well: the reference is
 * itself a sample. With few rows in a bin it matters which rare values it happens to hold, and that is no matter of {@code 1/N}.
 */
final class Bootstrap {

    private static final double UNSEEN_ROWS = 0.5;
    private static final int WINDOWS_OF_REFERENCE = 4; // windows measured against one drawn reference, to save time

    private final CountDistance onCounts;
    private final Shrinkage shrinkage;
    private final double[] observed; // the shares of the reference
    private final long rows; // of the reference
    private final long seed; // with equal arguments, equal results, in every process and replay

    Bootstrap(CountDistance onCounts, Shrinkage shrinkage, long[] reference, long seed) {
        this.onCounts = onCounts;
        this.shrinkage = shrinkage;
        this.observed = normalized(Arrays.stream(reference).asDoubleStream().toArray());
        this.rows = Arrays.stream(reference).sum();
        this.seed = seed;
    }

    int bins() {
        return observed.length;
    }

    /** The distances (or their squares) between windows of n rows and references, in units of {@code 1/n + 1/N}. */
    double[] units(WindowVariation variation, int n, int replicates) {
        var dice = new Dice(seed + n);
        var ofReference = variation.about(observed); // its bins are those that it fills
        var units = new double[replicates];
        var before = new long[observed.length];
        var window = new long[observed.length];
        long rowsBefore = 0;
        for (int i = 0; i < replicates; i++) {
            if (i % WINDOWS_OF_REFERENCE == 0) {
                rowsBefore = draw(ofReference, rows, dice, before);
            }
            long now = draw(variation, n, dice, window);
            double distance = shrinkage.linear(onCounts.between(before, window));
            units[i] = distance / (1.0 / now + 1.0 / rowsBefore);
        }
        return units;
    }

    private static long draw(WindowVariation variation, long n, Dice dice, long[] counts) {
        long sum = 0;
        while (sum == 0) {
            Arrays.fill(counts, 0);
            variation.draw(n, dice, counts);
            sum = Arrays.stream(counts).sum();
        }
        return sum;
    }

    /** The shares of the reference, with half a row spread over its empty bins: what never occurred may occur yet. */
    static double[] shares(long[] counts) {
        return normalized(weights(counts));
    }

    /** The same for a layout; the next row of a grid is a new minimum or maximum with probability 1/N each. */
    static double[] shares(Layout layout, long[] counts) {
        if (layout instanceof Vocabulary vocabulary) {
            return ofCategories(counts, vocabulary.size());
        }
        double[] weights = weights(counts);
        if (layout instanceof Grid grid) {
            weights[0] = Math.max(1, weights[0]);
            weights[grid.edgeCount()] = Math.max(1, weights[grid.edgeCount()]);
        }
        return normalized(weights);
    }

    /**
     * The same for the values of a category. The next row has a new value with probability s/N, if s values occurred once (Good 1953,
     * doi:10.1093/biomet/40.3-4.237). Some of that comes about by itself, since drawn references lack rare values.
     *
     * @param values so many first bins hold a value each, the next one what is new
     */
    static double[] ofCategories(long[] counts, int values) {
        double[] weights = weights(counts);
        double strangers = 0;
        for (int bin = 0; bin < values; bin++) {
            strangers += (counts[bin] == 1 ? 1 : 0) - counts[bin] * StrictMath.exp(-(double) counts[bin]);
        }
        weights[values] = Math.max(strangers, weights[values]);
        return normalized(weights);
    }

    private static double[] weights(long[] counts) {
        long empty = Arrays.stream(counts).filter(count -> count == 0).count();
        return Arrays.stream(counts)
                .mapToDouble(count -> count == 0 ? UNSEEN_ROWS / empty : count)
                .toArray();
    }

    private static double[] normalized(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
