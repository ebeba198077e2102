package io.streamgauge.statistics.distance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Bins put together to groups, and the bias-corrected stability index between the shares of the groups: {@code sum((q - p) ln(q / p))} with
 * half a row added to each filled group, less {@code (groups - 1) (1/n + 1/N)}, what chance adds on average.
 */
final class ShareGroups {

    /** As many groups as {@link #limit} knows of. */
    static final int MOST = 64;

    private static final double LEVEL = 0.001;
    // Known once, since an inversion costs more than all else.
    private static final double[] LIMITS =
            IntStream.range(0, MOST).mapToDouble(ShareGroups::limitOf).toArray();

    private final int[] groupOf; // of each bin; -1 = in none
    private final long[] reference;
    private final long[] expected; // most rows that an empty group is taken to have once something comes
    private final double rows;
    private final int filled;

    /**
     * @param groupOf the group of each bin, or -1 for a bin that does not count
     * @param reference the rows of each group
     * @param expected the most rows that a group is taken to have if it is empty in the reference and not in the other data: as many as
     *     came there in proportion, since fewer than expected are no news
     */
    ShareGroups(int[] groupOf, long[] reference, long[] expected) {
        this.groupOf = groupOf;
        this.reference = reference;
        this.expected = expected;
        this.rows = BinnedDistance.sum(reference);
        this.filled = (int) Arrays.stream(reference).filter(count -> count > 0).count();
    }

    /**
     * Groups of at least {@code least} of the rows: bins are put together in the given order until a group has that much. What is left
     * over at the end joins the last group. Bins without a row of the reference are in none.
     */
    static ShareGroups ofMass(int bins, int[] order, long[] counts, double least) {
        var groupOf = new int[bins];
        Arrays.fill(groupOf, -1);
        var masses = new long[order.length + 1];
        double all = 0;
        for (int bin : order) {
            all += counts[bin];
        }
        int group = 0;
        for (int bin : order) {
            if (counts[bin] > 0) {
                groupOf[bin] = group;
                masses[group] += counts[bin];
                group += masses[group] >= least * all ? 1 : 0;
            }
        }
        boolean leftOver = masses[group] > 0 && masses[group] < least * all;
        if (leftOver && group > 0) {
            masses[group - 1] += masses[group];
            int last = group;
            Arrays.setAll(groupOf, bin -> groupOf[bin] == last ? last - 1 : groupOf[bin]);
            group--;
        }
        int groups = masses[group] > 0 ? group + 1 : Math.max(1, group);
        return new ShareGroups(groupOf, Arrays.copyOf(masses, groups), new long[groups]);
    }

    /** How many groups the reference fills. */
    int filled() {
        return filled;
    }

    /** The index, not below 0; 0 if one of the sides has no row in any group. */
    double index(long[] counts) {
        var current = new long[reference.length];
        for (int bin = 0; bin < groupOf.length; bin++) {
            if (groupOf[bin] >= 0) {
                current[groupOf[bin]] += counts[bin];
            }
        }
        double n = BinnedDistance.sum(current);
        if (n == 0 || rows == 0) {
            return 0;
        }
        var before = new double[current.length];
        double half = 0;
        double all = 0;
        int groups = filled;
        for (int g = 0; g < current.length; g++) {
            half += reference[g] > 0 || current[g] > 0 ? 0.5 : 0;
            boolean isNew = reference[g] == 0 && current[g] > 0;
            before[g] = isNew ? Math.min((double) expected[g], current[g] / n * rows) : (double) reference[g];
            all += before[g];
            groups += isNew && expected[g] > 0 ? 1 : 0;
        }
        double index = 0;
        for (int g = 0; g < current.length; g++) {
            if (reference[g] > 0 || current[g] > 0) {
                double p = (before[g] + 0.5) / (all + half);
                double q = (current[g] + 0.5) / (n + half);
                index += (q - p) * StrictMath.log(q / p);
            }
        }
        return Math.max(0, index - Math.max(0, groups - 1) * (1 / n + 1 / rows));
    }

    /** What a bias-corrected index of so many groups exceeds by chance once in a thousand times, in units of 1/n; {@value #MOST} groups at most. */
    static double limit(int groups) {
        return LIMITS[Math.max(1, groups - 1)];
    }

    private static double limitOf(int degrees) {
        return new ChiSquaredDistribution(Math.max(1, degrees)).inverseCumulativeProbability(1 - LEVEL) - degrees;
    }
}
