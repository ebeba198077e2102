package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/**
 * A least and a most number; null where there is no limit.
 *
 * @param minIncluded whether the least number itself is good
 * @param maxIncluded whether the most number itself is good
 */
public record Interval(@Nullable Double min, @Nullable Double max, boolean minIncluded, boolean maxIncluded) {
    public Interval {
        minIncluded |= min == null;
        maxIncluded |= max == null;
    }

    /** Both limits are good themselves. */
    public static Interval closed(@Nullable Double min, @Nullable Double max) {
        return new Interval(min, max, true, true);
    }

    /** Never true of NaN. */
    public boolean contains(double value) {
        boolean above = min == null || value > min || (minIncluded && value == min);
        boolean below = max == null || value < max || (maxIncluded && value == max);
        return !Double.isNaN(value) && above && below;
    }

    /** The smallest interval that has {@code value} in it too. */
    public Interval including(double value) {
        boolean low = min != null && (value < min || (value == min && !minIncluded));
        boolean high = max != null && (value > max || (value == max && !maxIncluded));
        return new Interval(
                low ? Double.valueOf(value) : min,
                high ? Double.valueOf(value) : max,
                low || minIncluded,
                high || maxIncluded);
    }

    /** Such as {@code >= 1 and < 5}. */
    @Override
    public String toString() {
        String least = min == null ? "" : (minIncluded ? ">= " : "> ") + min;
        String most = max == null ? "" : (maxIncluded ? "<= " : "< ") + max;
        return least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most;
    }
}
