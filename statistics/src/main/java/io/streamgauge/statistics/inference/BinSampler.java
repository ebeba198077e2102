package io.streamgauge.statistics.inference;

import java.util.Arrays;

/** Draws the bins of rows by the alias method (Vose 1991, doi:10.1109/32.92917). Mutable, not thread-safe. */
final class BinSampler {

    private final double[] own; // probability to stay in the bin that was hit
    private final int[] alias;
    private final Dice dice;

    /** @param weights not negative, with a positive sum */
    BinSampler(double[] weights, long seed) {
        this(weights, new Dice(seed));
    }

    BinSampler(double[] weights, Dice dice) {
        this.dice = dice;
        int bins = weights.length;
        double mean = Arrays.stream(weights).sum() / bins;
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
            counts[next()]++;
        }
    }

    /** Adds n draws, each of which repeats the one before it with probability {@code repeat}. */
    void drawRuns(int n, double repeat, long[] counts) {
        int bin = next();
        for (int i = 0; i < n; i++) {
            counts[bin]++;
            bin = dice.uniform() < repeat ? bin : next();
        }
    }

    private int next() {
        long bits = dice.bits();
        int bin = (int) (((bits >>> 40) * own.length) >>> 24);
        double share = (bits & 0xFF_FFFF_FFFFL) * 0x1p-40;
        return share < own[bin] ? bin : alias[bin];
    }
}
