package io.streamgauge.statistics.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What a metric came to.
 *
 * @param value null if it is not defined for these samples, such as a share of nothing; infinite where the convention says so
 * @param pValue of the metric's own test, in {@code [0, 1]}; null if it is not a test
 */
public record Measured(@Nullable Double value, @Nullable Double pValue) {

    /** Neither value nor p-value is defined. */
    static final Measured UNDEFINED = new Measured(null, null);

    static Measured of(double value) {
        return new Measured(orNull(value), null);
    }

    static Measured of(double value, double pValue) {
        return new Measured(orNull(value), Double.isNaN(pValue) ? null : Math.max(0, Math.min(1, pValue)));
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
