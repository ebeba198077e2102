package io.streamgauge.statistics.inference;

/**
 * Mean and spread of a few numbers that are not negative, summed in their order, so that the result is the same everywhere.
 *
 * @param mean the arithmetic mean
 * @param squaredVariation sample variance over squared mean, which does not overflow where the variance would; 0 if all
 *     numbers are equal
 * @param size how many numbers, at least 1
 */
record SampleMoments(double mean, double squaredVariation, int size) {

    static SampleMoments of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            double relative = value == mean ? 0 : value / mean - 1;
            squares += relative * relative;
        }
        return new SampleMoments(mean, squares / Math.max(1, values.length - 1), values.length);
    }

    double deviation() {
        return mean * Math.sqrt(squaredVariation);
    }
}
