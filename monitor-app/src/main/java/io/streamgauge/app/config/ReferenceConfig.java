package io.streamgauge.app.config;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The topic with the training-side values of the same examples.
 *
 * @param tolerance by feature, how far the two values may differ; a feature without one must be equal
 * @param round decimals to which numbers are rounded first; null for not
 * @param timeToLive how far apart in event time the two rows of a pair may be
 */
public record ReferenceConfig(
        SourceConfig source,
        Map<String, Tolerance> tolerance,
        @Nullable Integer round,
        Duration timeToLive) {
    public ReferenceConfig {
        tolerance = Collections.unmodifiableMap(new LinkedHashMap<>(tolerance));
    }
}
