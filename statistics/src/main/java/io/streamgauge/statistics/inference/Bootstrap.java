package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import java.util.Arrays;

/** Draws windows as a {@link WindowVariation} says they vary, and measures them against the reference. */
final class Bootstrap {

    private static final double UNSEEN_ROWS = 0.5;

    private final CountDistance onCounts;
    private final Shrinkage shrinkage;
    private final long[] reference;
    private final long seed; // with equal arguments, equal results, in every process and replay

    Bootstrap(CountDistance onCounts, Shrinkage shrinkage, long[] reference, long seed) {
        this.onCounts = onCounts;
        this.shrinkage = shrinkage;
        this.reference = reference;
        this.seed = seed;
    }

    int bins() {
        return reference.length;
    }

    /** The distances (or their squares) of windows of n rows, in units of {@code 1/n}. */
    double[] units(WindowVariation variation, int n, int replicates) {
        var dice = new Dice(seed + n);
        var units = new double[replicates];
        var window = new long[reference.length];
        for (int i = 0; i < replicates; i++) {
            Arrays.fill(window, 0);
            variation.draw(n, dice, window);
            units[i] = n * shrinkage.linear(onCounts.between(reference, window));
        }
        return units;
    }

    /** The shares of the reference, with half a row spread over its empty bins: what never occurred may occur yet. */
    static double[] shares(long[] counts) {
        return normalized(weights(counts));
    }

    /** The same for a layout; the next row of a grid is a new minimum or maximum with probability 1/N each. */
    static double[] shares(Layout layout, long[] counts) {
        double[] weights = weights(counts);
        if (layout instanceof Grid grid) {
            weights[0] = Math.max(1, weights[0]);
            weights[grid.edgeCount()] = Math.max(1, weights[grid.edgeCount()]);
        }
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
