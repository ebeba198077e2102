package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How data are held against their contract.
 *
 * @param environment where the data come from; null if all features are expected
 * @param severities by type; types that are not in it are errors
 * @param wanted paths that may be reported as new columns; null is all
 */
public record CheckOptions(
        @Nullable String environment,
        Map<AnomalyType, Severity> severities,
        @Nullable Set<List<String>> wanted,
        Compatibility compatibility) {
    public static final CheckOptions DEFAULT = new CheckOptions(null, Map.of(), null, Compatibility.OURS);

    public CheckOptions {
        severities = Map.copyOf(severities);
    }
}
