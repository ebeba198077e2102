package io.streamgauge.app.canary;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which canaries are sent, and how long they may take.
 *
 * @param model null: every model that has features
 * @param count events for each partition of the features topic
 * @param deadline from the first one on
 */
public record CanaryOptions(@Nullable String model, int count, Duration deadline) {}
