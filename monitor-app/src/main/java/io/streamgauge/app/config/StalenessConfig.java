package io.streamgauge.app.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How old may the newest event of a topic, feature value, model and label be? Null: not asked. */
public record StalenessConfig(
        @Nullable Duration topic,
        @Nullable Duration feature,
        @Nullable Duration model,
        @Nullable Duration label) {}
