package io.streamgauge.schemas.contract;

import java.util.Locale;

/** A number that says something of all values of a feature. Missing values and NaN are left out of each. */
public enum Statistic {
    SMALLEST,
    LARGEST,
    SUM,
    MEAN,
    MEDIAN,
    /** Of a sample: over n - 1. */
    STANDARD_DEVIATION,
    /** How many distinct values there are. */
    DISTINCT,
    /** The same for each value. */
    DISTINCT_SHARE;

    /** The word of the written form: {@code standard-deviation}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
