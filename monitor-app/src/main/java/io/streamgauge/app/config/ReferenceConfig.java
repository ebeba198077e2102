package io.streamgauge.app.config;

import io.streamgauge.schemas.contract.FeatureType;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The topic with the training-side values of the same examples.
 *
 * @param tolerance by feature, how far the two values may differ; a feature without one must be equal
 * @param round decimals to which numbers are rounded first; null for not
 * @param compare fields that are compared though the baseline does not know them, such as times, by name
 * @param listsAsSets features whose lists have no order
 * @param timeToLive how far apart in event time the two rows of a pair may be
 */
public record ReferenceConfig(
        SourceConfig source,
        Map<String, Tolerance> tolerance,
        @Nullable Integer round,
        Map<String, FeatureType> compare,
        List<String> listsAsSets,
        Duration timeToLive) {
    public ReferenceConfig {
        tolerance = Collections.unmodifiableMap(new LinkedHashMap<>(tolerance));
        compare = Collections.unmodifiableMap(new LinkedHashMap<>(compare));
        listsAsSets = List.copyOf(listsAsSets);
    }
}
