package io.streamgauge.checks;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is checked of one model.
 *
 * @param drift settings that hold for all features
 * @param driftByFeature settings of single features, whole
 * @param qualityByFeature settings of single features, whole
 * @param silence longest silence per source word ({@code features}, {@code predictions}, {@code labels}); absent = not checked
 */
public record CheckSettings(
        @Nullable DriftSettings drift,
        Map<String, DriftSettings> driftByFeature,
        @Nullable QualitySettings quality,
        Map<String, QualitySettings> qualityByFeature,
        Map<String, Duration> silence) {
    public CheckSettings {
        driftByFeature = Map.copyOf(driftByFeature);
        qualityByFeature = Map.copyOf(qualityByFeature);
        silence = Map.copyOf(silence);
    }
}
