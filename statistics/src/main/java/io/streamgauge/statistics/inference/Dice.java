package io.streamgauge.statistics.inference;

/**
 * Random numbers of our own (SplitMix64; Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195), so that a seed gives the same ones
 * on every Java version. Mutable, not thread-safe.
 */
final class Dice {

    private long state;

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

    /** Standard normal (Box and Muller). */
    double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }
}
