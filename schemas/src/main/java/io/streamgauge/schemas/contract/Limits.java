package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/** A least and a most count, both inclusive; null where there is no limit. */
public record Limits(@Nullable Long min, @Nullable Long max) {
    public static final Limits NONE = new Limits(null, null);

    /** Whether no count can keep both. */
    public boolean contradict() {
        return min != null && max != null && max < min;
    }
}
