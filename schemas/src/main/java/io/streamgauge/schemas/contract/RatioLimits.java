package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/** How many events there may be for each event of other data. */
public record RatioLimits(@Nullable Double min, @Nullable Double max) {
    public static final RatioLimits NONE = new RatioLimits(null, null);
}
