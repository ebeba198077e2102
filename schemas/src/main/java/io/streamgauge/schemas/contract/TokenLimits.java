package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/** How often a token may be in a text, and in which part of the texts it may be. */
public record TokenLimits(
        String token,
        Limits perSequence,
        @Nullable Double minFraction,
        @Nullable Double maxFraction) {}
