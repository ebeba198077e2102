package io.streamgauge.statistics.inference;

import org.hipparchus.distribution.continuous.GammaDistribution;

/** The law of {@code scale * X} with X chi-square; the scale may be 0. */
record ScaledChiSquare(double scale, double degreesOfFreedom) {

    private static final double MAX_DEGREES = 10_000;
    private static final double SMALLEST_LEVEL = 1e-12; // 1 - level must differ from 1 by many ulps

    /**
     * The law with this mean m and variance v: {@code scale = v / 2m}, {@code df = 2 m^2 / v} (Satterthwaite). Below one degree
     * of freedom most of the mass would be at 0, and moderate quantiles vanish: then only the variance is matched.
     */
    static ScaledChiSquare matching(SampleMoments moments) {
        double degrees = Math.max(1, Math.min(MAX_DEGREES, 2 / moments.squaredVariation()));
        return new ScaledChiSquare(
                degrees > 1 ? moments.mean() / degrees : moments.deviation() / Math.sqrt(2), degrees);
    }

    /** What is exceeded with probability {@code level}, which is taken as at least 1e-12. */
    double upperQuantile(double level) {
        // A chi-square with df degrees of freedom is a gamma with shape df/2 and scale 2.
        return scale
                * new GammaDistribution(degreesOfFreedom / 2, 2)
                        .inverseCumulativeProbability(1 - Math.max(SMALLEST_LEVEL, level));
    }
}
