package io.streamgauge.app.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The topic with the training-side values of the same examples.
 *
 * @param tolerance by feature, how far the two values may differ; a feature without one must be equal
 */
public record ReferenceConfig(SourceConfig source, Map<String, Tolerance> tolerance) {
    public ReferenceConfig {
        tolerance = Collections.unmodifiableMap(new LinkedHashMap<>(tolerance));
    }
}
