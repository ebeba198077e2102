package io.streamgauge.statistics.inference;

import java.util.Arrays;

/**
 * Draws multinomial counts by the alias method (Vose 1991, doi:10.1109/32.92917) from its own SplitMix64 generator, so that a
 * seed gives the same counts on every Java version. Mutable, not thread-safe.
 */
final class BinSampler {

    private final double[] own; // probability to stay in the bin that was hit
    private final int[] alias;
    private long state;

    /** @param weights not negative, with a positive sum */
    BinSampler(double[] weights, long seed) {
        state = seed;
        int bins = weights.length;
        double mean = SampleMoments.of(weights).mean();
        own = Arrays.stream(weights).map(weight -> weight / mean).toArray();
        alias = new int[bins];
        var small = new int[bins];
        var large = new int[bins];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < bins; i++) {
            alias[i] = i;
            if (own[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            alias[less] = more;
            own[more] -= 1 - own[less];
            if (own[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
    }

    /** Adds n independent draws to {@code counts}. */
    void draw(int n, long[] counts) {
        for (int i = 0; i < n; i++) {
            long bits = next();
            int bin = (int) (((bits >>> 40) * own.length) >>> 24);
            double share = (bits & 0xFF_FFFF_FFFFL) * 0x1p-40;
            counts[share < own[bin] ? bin : alias[bin]]++;
        }
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
