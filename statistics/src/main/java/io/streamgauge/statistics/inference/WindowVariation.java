package io.streamgauge.statistics.inference;

import java.util.Arrays;

/**
 * How the counts of windows vary about the shares of the reference. Rows come in runs: each falls into the bin of the row before
 * it with probability {@code repeat}. And the shares themselves wander from window to window along a few directions: in a window
 * of n rows the share of bin b is proportional to
 *
 * <pre>  p[b] * g(x[b]),   x[b] = sum over j of sqrt(wander[j] / n) * z[j] * direction[j][b],   z[j] standard normal</pre>
 *
 * with {@code g(x) = e^x} below 0 and its series to the square above, which keeps the tail of a rare bin in bounds.
 */
final class WindowVariation {

    private static final double RAREST = 0.01;
    private static final double RUNS = 10;
    private static final double SMALL_WANDER = 0.05; // variance of the logarithm of a share
    private static final long COSTLY = 4; // rows for each bin, from which on drawing bins is cheaper

    private final double[] shares; // p, not negative, with sum 1
    private final double[][] directions; // functions on the bins with mean 0 and variance 1 under p
    private final double[] wander; // for each direction its variance beyond that of runs, in units of {@code 1/n}
    private final double repeat; // in {@code [0, 1)}

    WindowVariation(double[] shares, double[][] directions, double[] wander, double repeat) {
        this.shares = shares;
        this.directions = directions;
        this.wander = wander;
        this.repeat = repeat;
    }

    /** Independent rows. */
    static WindowVariation none(double[] shares) {
        return new WindowVariation(shares, new double[0][], new double[0], 0);
    }

    /** The same variation about other shares. */
    WindowVariation about(double[] others) {
        return new WindowVariation(others, directions, wander, repeat);
    }

    double[] wander() {
        return wander;
    }

    double[][] directions() {
        return directions;
    }

    double repeat() {
        return repeat;
    }

    boolean isNone() {
        return directions.length == 0 && repeat == 0;
    }

    /** Whether the shares themselves wander. */
    boolean wanders() {
        return directions.length > 0;
    }

    /**
     * From how many rows on a window follows the limit law: all bins but those of the rarest hundredth of the rows expect ten runs, and the shares
     * wander so little that it makes no difference whether they do so in proportion.
     */
    double rowsOfLimit() {
        double[] rising = shares.clone();
        Arrays.sort(rising);
        double below = 0;
        int bin = 0;
        while (bin < rising.length - 1 && below + rising[bin] <= RAREST) {
            below += rising[bin];
            bin++;
        }
        double strongest = Arrays.stream(wander).max().orElse(0);
        return Math.max(RUNS / (rising[bin] * (1 - repeat)), strongest / SMALL_WANDER);
    }

    /** Adds a window of n rows to {@code counts}; of about n rows if there are many for each bin. */
    void draw(long n, Dice dice, long[] counts) {
        double[] weights = wanders() ? wandered(n, dice) : shares;
        if (n > COSTLY * shares.length) {
            new RunCounts(repeat).draw((double) n, weights, dice, counts);
        } else if (repeat > 0) {
            new BinSampler(weights, dice).drawRuns((int) n, repeat, counts);
        } else {
            new BinSampler(weights, dice).draw((int) n, counts);
        }
    }

    private double[] wandered(long n, Dice dice) {
        var exponents = new double[shares.length];
        for (int j = 0; j < directions.length; j++) {
            double off = Math.sqrt(wander[j] / n) * dice.gaussian();
            for (int b = 0; b < exponents.length; b++) {
                exponents[b] += off * directions[j][b];
            }
        }
        var weights = new double[shares.length];
        for (int b = 0; b < weights.length; b++) {
            double x = exponents[b];
            weights[b] = shares[b] * (x < 0 ? StrictMath.exp(x) : 1 + x + x * x / 2);
        }
        return weights;
    }
}
