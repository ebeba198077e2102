package io.streamgauge.statistics.profile;

import java.util.Arrays;

/** Sums over the bins of a profile. */
final class BinCounts {

    private BinCounts() {}

    static long sum(long[] counts) {
        return sum(counts, counts.length);
    }

    static long sum(long[] counts, int end) {
        long sum = 0;
        for (int i = 0; i < end; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** The value of a rank among the finite values, linear inside its bin; NaN without any. */
    static double quantile(double rank, long[] counts, Grid grid, double min, double max) {
        int overflowBin = grid.edgeCount();
        double below = 0;
        for (int bin = 0; bin <= overflowBin; bin++) {
            if (counts[bin] > 0 && below + counts[bin] >= rank) {
                double low = bin == 0 ? min : Math.max(min, grid.edge(bin - 1));
                double high = bin == overflowBin ? max : Math.min(max, grid.edge(bin));
                double share = (rank - below) / counts[bin];
                return low * (1 - share) + high * share;
            }
            below += counts[bin];
        }
        return Double.NaN;
    }

    static void add(long[] counts, long[] others) {
        Arrays.setAll(counts, i -> counts[i] + others[i]);
    }

    static void requireEqual(Layout mine, Layout others) {
        if (!mine.equals(others)) {
            throw new IllegalArgumentException(String.format(
                    "only profiles of one layout can be merged, got %016x (%d bins) into %016x (%d bins)",
                    others.fingerprint(), others.bins(), mine.fingerprint(), mine.bins()));
        }
    }
}
