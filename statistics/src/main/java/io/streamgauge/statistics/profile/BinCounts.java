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
