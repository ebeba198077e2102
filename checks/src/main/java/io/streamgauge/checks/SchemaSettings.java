package io.streamgauge.checks;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schema that windows are held against.
 *
 * @param environment where the events come from; null: every feature is expected
 * @param minimumRows in a window with fewer events no distribution is compared
 * @param severities of anomalies that are not errors; those of unknown severity are not looked for
 */
public record SchemaSettings(
        DataContract schema, @Nullable String environment, long minimumRows, Map<AnomalyType, Severity> severities) {
    public SchemaSettings {
        severities = Map.copyOf(severities);
    }

    /** All anomalies are errors. */
    public SchemaSettings(DataContract schema, @Nullable String environment, long minimumRows) {
        this(schema, environment, minimumRows, Map.of());
    }

    Severity severity(AnomalyType type) {
        return severities.getOrDefault(type, Severity.ERROR);
    }
}
