package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/** In how many events a feature has to be. */
public record Presence(
        @Nullable Double minFraction, @Nullable Long minCount) {
    public static final Presence OPTIONAL = new Presence(null, null);

    /** Whether data without the feature break the contract. */
    public boolean required() {
        return (minCount != null && minCount > 0) || (minFraction != null && minFraction > 0);
    }
}
