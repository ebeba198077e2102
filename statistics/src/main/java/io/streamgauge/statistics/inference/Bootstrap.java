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
    private static final long FEW = 5;
    private static final long ENOUGH = 20;
    private static final int WINDOWS_OF_REFERENCE = 4; // windows measured against one drawn reference, to save time

    private final CountDistance onCounts;
    private final Shrinkage shrinkage;
    private final double[] observed; // the shares of the reference
    private final long rows; // of the reference
    private final long seed; // with equal arguments, equal results, in every process and replay

    Bootstrap(CountDistance onCounts, Shrinkage shrinkage, long[] reference, long seed) {
        this(onCounts, shrinkage, reference, 0, seed);
    }

    /** @param values so many first bins are a grid's */
    private Bootstrap(CountDistance onCounts, Shrinkage shrinkage, long[] reference, int values, long seed) {
        this.onCounts = onCounts;
        this.shrinkage = shrinkage;
        this.observed = normalized(evened(reference, values));
        this.rows = Arrays.stream(reference).sum();
        this.seed = seed;
    }

    /** On the counts of a layout. */
    static Bootstrap of(Layout layout, CountDistance onCounts, Shrinkage shrinkage, long[] reference, long seed) {
        int values = layout instanceof Grid grid ? grid.edgeCount() + 1 : 0;
        return new Bootstrap(onCounts, shrinkage, reference, values, seed);
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

    /**
     * The same for a layout. The next row of a grid is a new minimum or maximum with probability 1/N each; bins of few rows are what {@link #evened}
     * makes of them.
     */
    static double[] shares(Layout layout, long[] counts) {
        if (layout instanceof Vocabulary vocabulary) {
            return ofCategories(counts, vocabulary.size());
        }
        double[] weights = weights(counts);
        if (layout instanceof Grid grid) {
            int last = grid.edgeCount();
            double[] evened = evened(counts, last + 1);
            Arrays.setAll(weights, bin -> Math.max(evened[bin], counts[bin] == 0 ? weights[bin] : 0));
            weights[0] = Math.max(1, weights[0]);
            weights[last] = Math.max(1, weights[last]);
        }
        return normalized(weights);
    }

    /**
     * The counts of a grid, with rows spread evenly over neighbouring bins of at most {@value #FEW} rows, as many as have {@value #ENOUGH} rows
     * together. Where there are hardly more rows than bins, as in the reference of a slice, chance says which bins are empty, and
     * what is drawn from these counts as they are differs less from them than the next rows will.
     *
     * @param values so many first bins are a grid's, in order
     */
    private static double[] evened(long[] counts, int values) {
        double[] evened = Arrays.stream(counts).asDoubleStream().toArray();
        int from = 0;
        while (from < values) {
            int to = from;
            long rows = 0;
            while (to < values && counts[to] <= FEW && rows < ENOUGH) {
                rows += counts[to++];
            }
            if (to - from > 1) {
                Arrays.fill(evened, from, to, rows / (double) (to - from));
            }
            from = Math.max(to, from + 1);
        }
        return evened;
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
