package io.streamgauge.app.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which questions are asked, with which limits?
 *
 * @param features by feature, limits of its own; complete: what an override leaves out is filled in from the model's
 */
public record ChecksConfig(
        DriftConfig drift,
        StalenessConfig staleness,
        QualityConfig quality,
        SkewConfig skew,
        PipelineConfig pipeline,
        Map<String, FeatureChecks> features) {
    public ChecksConfig {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    /** The limits that hold for {@code feature}. */
    public FeatureChecks of(String feature) {
        FeatureChecks own = features.get(feature);
        return own == null
                ? new FeatureChecks(
                        drift, quality, staleness.feature(), staleness.parts().values())
                : own;
    }
}
