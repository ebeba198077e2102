package io.streamgauge.statistics.inference;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.special.Gamma;

/** The law of {@code shift + scale * X} with X chi-square; the scale may be 0. */
record ScaledChiSquare(double shift, double scale, double degreesOfFreedom) {

    private static final double LEAST_DEGREES = 0.25;
    private static final double MOST_DEGREES = 10_000;
    private static final double SMALLEST_LEVEL = 1e-12; // 1 - level must differ from 1 by many ulps
    private static final double BODY = 0.3;
    private static final double TAIL = 0.03;
    private static final double LEVEL = 0.01;
    private static final double RARE = 0.0025;
    private static final double SURE = 3; // standard errors

    /**
     * The law of these numbers, made to fit in the upper tail: their skewness gives the degrees of freedom ({@code 8 / skewness^2},
     * Pearson's type III), the means of the largest 30 % and 3 % give shift and scale. If so many or so few are beyond its upper hundredth that
     * it cannot be chance, as where a few of the numbers are far from all others, two quantiles of the numbers are taken instead.
     */
    static ScaledChiSquare fitting(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        double degrees = degrees(sorted, mean);
        double body = meanOfLargest(sorted, BODY);
        double tail = meanOfLargest(sorted, TAIL);
        var smooth = through(degrees, body, meanOfTail(degrees, BODY), tail, meanOfTail(degrees, TAIL));
        double expected = LEVEL * sorted.length;
        double high = upperQuantile(sorted, RARE);
        double low = upperQuantile(sorted, LEVEL);
        boolean fits = Math.abs(above(sorted, smooth.upperQuantile(LEVEL)) - expected) < SURE * Math.sqrt(expected);
        return fits || !(high > low) ? smooth : through(degrees, low, unit(degrees, LEVEL), high, unit(degrees, RARE));
    }

    /** The law that has the value {@code low} where chi-square has {@code lowUnit}, and {@code high} where it has {@code highUnit}. */
    private static ScaledChiSquare through(double degrees, double low, double lowUnit, double high, double highUnit) {
        double scale = (high - low) / (highUnit - lowUnit);
        return scale > 0 ? new ScaledChiSquare(low - scale * lowUnit, scale, degrees) : new ScaledChiSquare(high, 0, 1);
    }

    private static long above(double[] sorted, double bound) {
        return Arrays.stream(sorted).filter(value -> value > bound).count();
    }

    private static double upperQuantile(double[] sorted, double level) {
        return sorted[sorted.length - 1 - (int) (level * sorted.length)];
    }

    private static double unit(double degrees, double level) {
        return new ScaledChiSquare(0, 1, degrees).upperQuantile(level);
    }

    private static double meanOfLargest(double[] sorted, double share) {
        int count = Math.max(1, (int) (share * sorted.length));
        double sum = 0;
        for (int i = sorted.length - count; i < sorted.length; i++) {
            sum += sorted[i];
        }
        return sum / count;
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
        double quantile = unit(degrees, level);
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
