package io.streamgauge.schemas.contract;

/** How many events there may be: at all, for each of the span before, for each of the version before. */
public record DatasetLimits(Limits examples, RatioLimits previousSpan, RatioLimits previousVersion) {
    public static final DatasetLimits NONE = new DatasetLimits(Limits.NONE, RatioLimits.NONE, RatioLimits.NONE);
}
