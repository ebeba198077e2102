package io.streamgauge.statistics.inference;

/**
 * Random numbers of our own (SplitMix64; Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195), so that a seed gives the same ones
 * on every Java version. Mutable, not thread-safe.
 */
final class Dice {

    private long state;
    private double spare = Double.NaN;

    Dice(long seed) {
        state = seed;
    }

    long bits() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** In {@code [0, 1)}. */
    double uniform() {
        return (bits() >>> 11) * 0x1p-53;
    }

    /** A whole number in {@code [0, bound)}. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Standard normal (Marsaglia's polar method, which gives two at a time). */
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double second = spare;
            spare = Double.NaN;
            return second;
        }
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
                spare = y * factor;
                return x * factor;
            }
        }
    }

    /** Poisson, by the steps of its distribution function: for means of up to some tens. */
    int poisson(double mean) {
        double left = uniform();
        if (left <= 1 - mean) { // e^-mean is at least that: an empty bin costs no exponential
            return 0;
        }
        int k = 0;
        double probability = StrictMath.exp(-mean);
        while (left > probability && probability > 0) {
            left -= probability;
            k++;
            probability *= mean / k;
        }
        return k;
    }
}
