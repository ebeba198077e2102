package io.streamgauge.statistics.forecast;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What a series is expected to be at one time ahead.
 *
 * @param mean the forecast
 * @param deviation the standard deviation of its error; 0 if the history was met exactly
 */
public record Prediction(double mean, double deviation) {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** The lower end of the two-sided interval that holds the value with probability {@code coverage}, in (0, 1). */
    public double lower(double coverage) {
        return mean - reach(coverage);
    }

    /** The upper end of that interval. */
    public double upper(double coverage) {
        return mean + reach(coverage);
    }

    private double reach(double coverage) {
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("coverage must lie in (0, 1), got " + coverage);
        }
        return deviation * NORMAL.inverseCumulativeProbability((1 + coverage) / 2);
    }

    /** By how many deviations a value is off, with its sign; infinite if there is no deviation and the value differs. */
    public double surprise(double value) {
        double off = value - mean;
        return off == 0 ? 0 : off / deviation;
    }
}
