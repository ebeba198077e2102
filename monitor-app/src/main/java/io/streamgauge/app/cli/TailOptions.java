package io.streamgauge.app.cli;

import org.jspecify.annotations.Nullable;

/**
 * Which alerts are followed, and how are they printed?
 *
 * @param kind {@code drift}, {@code skew} and so on; null for all
 * @param model null for all
 * @param state {@code PENDING}, {@code FIRING} or {@code RESOLVED}; null for all
 */
public record TailOptions(
        @Nullable String kind,
        @Nullable String model,
        @Nullable String state,
        boolean fromBeginning,
        boolean untilEnd,
        OutputFormat format) {}
