package io.streamgauge.checks;

import org.jspecify.annotations.Nullable;

/**
 * One number with all that is needed to judge it, also later and under another policy.
 *
 * @param value what was measured; finite
 * @param floor smallest value that matters
 * @param nullQuantile what the value stays below, but for the allowed false alarms, when nothing moved; null where there is no
 *     null distribution (a plain limit)
 * @param pValue probability of such a value or a larger one when nothing moved
 * @param level probability of a false alarm that is allowed in one window
 * @param detectableEffect smallest true effect that this window would have shown with probability 0.8
 * @param n rows in the window
 * @param nReference rows in the reference
 * @param enoughData false below the minimum number of rows: the value is then no ground for a verdict
 */
public record Measurement(
        double value,
        double floor,
        @Nullable Double nullQuantile,
        @Nullable Double pValue,
        @Nullable Double level,
        @Nullable Double detectableEffect,
        long n,
        long nReference,
        boolean enoughData) {
    public Measurement {
        if (!Double.isFinite(value) || !Double.isFinite(floor)) {
            throw new IllegalArgumentException("value and floor must be finite, got " + value + " and " + floor);
        }
    }

    /** A value held against a limit, without chance in it. */
    public static Measurement againstLimit(double value, double limit, long n) {
        return new Measurement(value, limit, null, null, null, null, n, 0, true);
    }

    /** The larger of floor and null quantile: what the value must exceed. */
    public double threshold() {
        return nullQuantile == null ? floor : Math.max(floor, nullQuantile);
    }

    public boolean exceeds() {
        return enoughData && value > threshold();
    }
}
