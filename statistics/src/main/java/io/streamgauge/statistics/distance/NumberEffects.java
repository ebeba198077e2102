package io.streamgauge.statistics.distance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** The standardized effects that a numeric feature can have, relative to one reference; see {@link EffectSize}. */
final class NumberEffects {

    static final double SPREAD = 0.65;
    static final double SHAPE = 0.6;

    private static final double PRESENCE = 0.7;
    private static final double LEAST_SHARE = 0.1;
    private static final long NEW_EXTREMES = 2; // in as many rows as the reference has
    private static final int NONE = -1;
    private static final double VANISHING = 1e-9;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final int values;
    private final double[] shares; // of the bins of values among themselves
    private final double known; // root of the share of rows with a value
    private final double[] level; // mean 0 and variance 1 under the shares, or all 0
    private final double[] spread; // the same, and uncorrelated with the level
    private final ShareGroups shape;
    private final PresenceEffect presence;

    NumberEffects(int values, long[] reference) {
        this.values = values;
        double finite = BinnedDistance.sum(reference, values);
        this.shares = Arrays.stream(reference, 0, values)
                .mapToDouble(count -> finite == 0 ? 0 : count / finite)
                .toArray();
        long rows = BinnedDistance.sum(reference);
        this.known = rows == 0 ? 0 : Math.sqrt(finite / rows);
        double[] scores = finite == 0 ? new double[values] : normalScores(finite);
        var one = new double[values];
        Arrays.fill(one, 1);
        this.level = orthonormal(scores, one);
        this.spread =
                orthonormal(Arrays.stream(level).map(score -> score * score).toArray(), one, level);
        this.shape =
                ShareGroups.ofMass(reference.length, IntStream.range(0, values).toArray(), reference, LEAST_SHARE);
        long strangers = Math.max(NEW_EXTREMES, PresenceEffect.strangers(values, reference));
        this.presence = new PresenceEffect(values, NONE, reference, strangers, PRESENCE);
    }

    double largest(long[] current) {
        double n = BinnedDistance.sum(current, values);
        double moved = n == 0
                ? 0
                : Math.max(
                        Math.max(shift(level, current, n), SPREAD * shift(spread, current, n)),
                        SHAPE * Math.sqrt(shape.index(current)));
        return Math.max(known * moved, presence.of(current));
    }

    private double shift(double[] scores, long[] current, double n) {
        double sum = 0;
        for (int bin = 0; bin < values; bin++) {
            sum += scores[bin] * (current[bin] / n - shares[bin]);
        }
        return Math.abs(sum);
    }

    /** The mean of a standard normal variable between the quantiles of each bin's edges; of an empty bin, the quantile itself. */
    private double[] normalScores(double rows) {
        var scores = new double[values];
        double below = 0;
        double lower = quantile(0, rows);
        double density = 0;
        for (int bin = 0; bin < values; bin++) {
            if (shares[bin] == 0) {
                scores[bin] = lower;
                continue;
            }
            below += shares[bin];
            double upper = quantile(below, rows);
            double next = below > 1 - 0.5 / rows ? 0 : NORMAL.density(upper);
            scores[bin] = (density - next) / shares[bin];
            lower = upper;
            density = next;
        }
        return scores;
    }

    private static double quantile(double below, double rows) {
        double half = 0.5 / rows;
        return NORMAL.inverseCumulativeProbability(Math.max(half, Math.min(1 - half, below)));
    }

    /** What is left of f without its parts along the others, to variance 1; 0 if nothing is. */
    private double[] orthonormal(double[] f, double[]... others) {
        double[] rest = f.clone();
        double before = product(f, f);
        for (double[] other : others) {
            double along = product(rest, other);
            Arrays.setAll(rest, bin -> rest[bin] - along * other[bin]);
        }
        double variance = product(rest, rest);
        if (!(variance > VANISHING * before)) {
            return new double[values];
        }
        double deviation = Math.sqrt(variance);
        Arrays.setAll(rest, bin -> rest[bin] / deviation);
        return rest;
    }

    private double product(double[] f, double[] g) {
        double sum = 0;
        for (int bin = 0; bin < values; bin++) {
            sum += f[bin] * g[bin] * shares[bin];
        }
        return sum;
    }
}
