package io.streamgauge.benchmarks.profile;

import java.util.SplittableRandom;

/** Seeded values as features have them. One value in 50 is missing, one in 500 is NaN. */
public enum SampleValues {
    /** Standard normal, all different. */
    NORMAL {
        @Override
        double next(SplittableRandom random) {
            return gaussian(random);
        }
    },
    /** Lognormal with sigma 1: amounts, distances, durations. */
    LOGNORMAL {
        @Override
        double next(SplittableRandom random) {
            return Math.exp(gaussian(random));
        }
    },
    /** Twelve integers, the small ones more often: counts, ratings. */
    FEW {
        @Override
        double next(SplittableRandom random) {
            return Math.floor(12 * random.nextDouble() * random.nextDouble());
        }
    };

    abstract double next(SplittableRandom random);

    /** Twelve uniforms are normal enough for a timing, and the same on every machine. */
    static double gaussian(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /** The value of a feature with the given mean and scale. */
    double[] column(SplittableRandom random, int rows, double mean, double scale) {
        var column = new double[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = random.nextInt(500) == 0 ? Double.NaN : mean + scale * next(random);
        }
        return column;
    }
}
