package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with one feature, or with the whole: collected while it is looked at. Not thread-safe. */
final class Reasons {
    private final @Nullable String feature;
    private final Map<AnomalyType, Severity> severities;
    private final List<Anomaly> anomalies = new ArrayList<>();

    Reasons(@Nullable String feature, Map<AnomalyType, Severity> severities) {
        this.feature = feature;
        this.severities = severities;
    }

    void add(AnomalyType type, String shortDescription, String description) {
        Severity severity = severities.getOrDefault(type, Severity.ERROR);
        anomalies.add(new Anomaly(feature, type, severity, shortDescription, description));
    }

    List<Anomaly> anomalies() {
        return List.copyOf(anomalies);
    }
}
