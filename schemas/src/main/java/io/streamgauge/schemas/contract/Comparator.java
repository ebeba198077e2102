package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/**
 * How far the distribution of a feature may be from that of other data; null where a distance is not limited. A value
 * equal to its limit is still good.
 */
public record Comparator(
        @Nullable Double infinityNorm,
        @Nullable Double jensenShannonDivergence,
        HistogramSource source,
        @Nullable Double normalizedAbsoluteDifference) {
    /** Which histogram of a numeric feature is compared. */
    public enum HistogramSource {
        STANDARD,
        QUANTILES
    }

    public static final Comparator NONE = new Comparator(null, null, HistogramSource.STANDARD, null);

    public boolean limitsNothing() {
        return infinityNorm == null && jensenShannonDivergence == null && normalizedAbsoluteDifference == null;
    }
}
