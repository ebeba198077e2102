package io.streamgauge.statistics.inference;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.special.Gamma;

/** The law of {@code shift + scale * X} with X chi-square; the scale may be 0. */
record ScaledChiSquare(double shift, double scale, double degreesOfFreedom) {

    private static final double LEAST_DEGREES = 0.25;
    private static final double MOST_DEGREES = 10_000;
    private static final double SMALLEST_LEVEL = 1e-12; // 1 - level must differ from 1 by many ulps
    private static final double TAIL = 0.01;

    /**
     * The law of these numbers, made to fit in the upper tail: their skewness gives the degrees of freedom ({@code 8 / skewness^2},
     * Pearson's type III), mean and mean of the largest hundredth give shift and scale.
     */
    static ScaledChiSquare fitting(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        int tail = Math.max(1, (int) (TAIL * sorted.length));
        double above = 0;
        for (int i = sorted.length - tail; i < sorted.length; i++) {
            above += sorted[i] / tail;
        }
        double degrees = degrees(sorted, mean);
        double scale = (above - mean) / (meanOfTail(degrees, tail / (double) sorted.length) - degrees);
        return above > mean
                ? new ScaledChiSquare(mean - scale * degrees, scale, degrees)
                : new ScaledChiSquare(mean, 0, 1);
    }

    private static double degrees(double[] values, double mean) {
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            double off = mean == 0 ? 0 : value / mean - 1;
            squares += off * off / values.length;
            cubes += off * off * off / values.length;
        }
        double skewness = squares > 0 ? cubes / (squares * Math.sqrt(squares)) : 0;
        return skewness > 0 ? Math.max(LEAST_DEGREES, Math.min(MOST_DEGREES, 8 / (skewness * skewness))) : MOST_DEGREES;
    }

    /** The mean of a chi-square variable where it exceeds its upper quantile. */
    private static double meanOfTail(double degrees, double level) {
        double quantile = new ScaledChiSquare(0, 1, degrees).upperQuantile(level);
        return degrees * Gamma.regularizedGammaQ(degrees / 2 + 1, quantile / 2) / level;
    }

    ScaledChiSquare times(double factor) {
        return new ScaledChiSquare(shift * factor, scale * factor, degreesOfFreedom);
    }

    /** What is exceeded with probability {@code level}, which is taken as at least 1e-12. */
    double upperQuantile(double level) {
        // A chi-square with df degrees of freedom is a gamma with shape df/2 and scale 2.
        return shift
                + scale
                        * new GammaDistribution(degreesOfFreedom / 2, 2)
                                .inverseCumulativeProbability(1 - Math.max(SMALLEST_LEVEL, level));
    }
}
