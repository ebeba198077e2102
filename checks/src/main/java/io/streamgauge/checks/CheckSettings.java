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
 * @param staleness how old things may be
 * @param schema that windows are held against; null: none
 * @param stability what is asked of values beyond that; null: nothing
 * @param pipeline what is asked about the way of the records; null: nothing
 */
public record CheckSettings(
        @Nullable DriftSettings drift,
        Map<String, DriftSettings> driftByFeature,
        @Nullable QualitySettings quality,
        Map<String, QualitySettings> qualityByFeature,
        StalenessSettings staleness,
        @Nullable SchemaSettings schema,
        @Nullable StabilitySettings stability,
        @Nullable PipelineSettings pipeline) {
    /**
     * Without a schema, and without a look at volume, stability and pipeline.
     *
     * @param silence longest silence per source word ({@code features}, {@code predictions}, {@code labels}); absent = not checked
     */
    public CheckSettings(
            @Nullable DriftSettings drift,
            Map<String, DriftSettings> driftByFeature,
            @Nullable QualitySettings quality,
            Map<String, QualitySettings> qualityByFeature,
            Map<String, Duration> silence) {
        this(
                drift,
                driftByFeature,
                quality,
                qualityByFeature,
                StalenessSettings.silentAtMost(silence),
                null,
                null,
                null);
    }

    public CheckSettings {
        driftByFeature = Map.copyOf(driftByFeature);
        qualityByFeature = Map.copyOf(qualityByFeature);
    }

    /** Whether somebody asks if ids come more than once. */
    public boolean countsIds() {
        return stability != null && stability.duplicates() != null;
    }

    /** The same with a schema. */
    public CheckSettings withSchema(@Nullable SchemaSettings other) {
        return new CheckSettings(
                drift, driftByFeature, quality, qualityByFeature, staleness, other, stability, pipeline);
    }

    /** The same with a look at volume and stability. */
    public CheckSettings withStability(@Nullable StabilitySettings other) {
        return new CheckSettings(drift, driftByFeature, quality, qualityByFeature, staleness, schema, other, pipeline);
    }

    /** The same with other limits of age. */
    public CheckSettings withStaleness(StalenessSettings other) {
        return new CheckSettings(drift, driftByFeature, quality, qualityByFeature, other, schema, stability, pipeline);
    }

    /** The same with a look at the way of the records. */
    public CheckSettings withPipeline(@Nullable PipelineSettings other) {
        return new CheckSettings(drift, driftByFeature, quality, qualityByFeature, staleness, schema, stability, other);
    }
}
