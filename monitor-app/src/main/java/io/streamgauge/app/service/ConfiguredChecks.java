package io.streamgauge.app.service;

import io.streamgauge.app.config.ChecksConfig;
import io.streamgauge.app.config.DriftConfig;
import io.streamgauge.app.config.DriftReference;
import io.streamgauge.app.config.LimitConfig;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.PartsConfig;
import io.streamgauge.app.config.PipelineConfig;
import io.streamgauge.app.config.QualityConfig;
import io.streamgauge.app.config.StalenessConfig;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.DriftSettings;
import io.streamgauge.checks.EntropySettings;
import io.streamgauge.checks.Midnights;
import io.streamgauge.checks.Part;
import io.streamgauge.checks.PartSettings;
import io.streamgauge.checks.PipelineSettings;
import io.streamgauge.checks.QualityMetric;
import io.streamgauge.checks.QualitySettings;
import io.streamgauge.checks.SilenceSettings;
import io.streamgauge.checks.StabilitySettings;
import io.streamgauge.checks.StalenessSettings;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks that the configuration asks for, in the words of the module that runs them. */
final class ConfiguredChecks {
    private ConfiguredChecks() {}

    static CheckSettings of(ModelConfig model) {
        ChecksConfig checks = model.checks();
        Map<String, DriftSettings> drift = new HashMap<>();
        Map<String, QualitySettings> quality = new HashMap<>();
        checks.features().forEach((feature, own) -> {
            drift.put(feature, drift(own.drift()));
            quality.put(feature, quality(own.quality()));
        });
        return new CheckSettings(drift(checks.drift()), drift, quality(checks.quality()), quality, Map.of())
                .withStability(stability(checks))
                .withStaleness(staleness(model))
                .withPipeline(pipeline(checks.pipeline()));
    }

    private static StalenessSettings staleness(ModelConfig model) {
        StalenessConfig staleness = model.checks().staleness();
        Map<String, SilenceSettings> silence = new HashMap<>();
        FalseAlarmBudget falseAlarms = model.checks().drift().falseAlarms();
        LimitConfig topic = staleness.topic();
        if (topic != null) {
            silence.put(Source.FEATURES.word(), new SilenceSettings(topic.atMost(), falseAlarms));
            silence.put(Source.PREDICTIONS.word(), new SilenceSettings(topic.atMost(), falseAlarms));
        }
        LimitConfig label = staleness.label();
        if (label != null) {
            silence.put(Source.LABELS.word(), new SilenceSettings(label.atMost(), falseAlarms));
        }
        return new StalenessSettings(silence, zone(model), staleness.model(), staleness.otherVersions())
                .withAges(ConfiguredAges.of(model).limits())
                .withBaseline(staleness.baseline())
                .withEntropy(entropy(model.checks()))
                .withParts(parts(model.checks()));
    }

    private static @Nullable EntropySettings entropy(ChecksConfig checks) {
        Double floor = checks.staleness().entropyDrop();
        DriftConfig drift = checks.drift();
        return floor == null ? null : new EntropySettings(floor, drift.falseAlarms(), drift.minimumRows());
    }

    private static PartSettings parts(ChecksConfig checks) {
        PartsConfig parts = checks.staleness().parts();
        FalseAlarmBudget falseAlarms = checks.drift().falseAlarms();
        var limits = new EnumMap<Part, SilenceSettings>(Part.class);
        silence(parts.partition(), falseAlarms).ifPresent(limit -> limits.put(Part.PARTITION, limit));
        silence(parts.version(), falseAlarms).ifPresent(limit -> limits.put(Part.VERSION, limit));
        silence(parts.slice(), falseAlarms).ifPresent(limit -> limits.put(Part.SLICE, limit));
        silence(parts.values(), falseAlarms).ifPresent(limit -> limits.put(Part.FEATURE, limit));
        var features = new HashMap<String, Optional<SilenceSettings>>();
        checks.features().forEach((name, own) -> features.put(name, silence(own.silence(), falseAlarms)));
        return new PartSettings(limits, features);
    }

    private static Optional<SilenceSettings> silence(@Nullable LimitConfig silence, FalseAlarmBudget falseAlarms) {
        return Optional.ofNullable(silence).map(limit -> new SilenceSettings(limit.atMost(), falseAlarms));
    }

    /** Whoever has windows by the calendar of a zone lives by its clock. */
    private static @Nullable ZoneId zone(ModelConfig model) {
        return model.windows().stream()
                .map(WindowSpec::midnights)
                .filter(Objects::nonNull)
                .map(Midnights::zone)
                .findFirst()
                .orElse(null);
    }

    private static PipelineSettings pipeline(PipelineConfig pipeline) {
        return new PipelineSettings(
                pipeline.changes(),
                pipeline.lost(),
                pipeline.repeated(),
                pipeline.reordered(),
                pipeline.producerHeader(),
                pipeline.sequenceHeader());
    }

    private static StabilitySettings stability(ChecksConfig checks) {
        QualityConfig quality = checks.quality();
        return new StabilitySettings(
                feature -> checks.of(feature).quality().stuck(),
                quality.volume(),
                quality.duplicates(),
                quality.falseAlarms(),
                quality.minimumRows());
    }

    private static DriftSettings drift(DriftConfig drift) {
        return new DriftSettings(
                drift.metric(),
                drift.floor(),
                drift.falseAlarms(),
                drift.minimumRows(),
                drift.reference() == DriftReference.HOUR_OF_WEEK);
    }

    private static QualitySettings quality(QualityConfig quality) {
        return new QualitySettings(
                Map.of(
                        QualityMetric.MISSING, quality.missing(),
                        QualityMetric.UNSEEN, quality.unseen(),
                        QualityMetric.OUT_OF_RANGE, quality.outOfRange(),
                        QualityMetric.NOT_FINITE, quality.nan(),
                        QualityMetric.MISTYPED, quality.mistyped()),
                quality.rejected(),
                quality.falseAlarms(),
                quality.minimumRows());
    }
}
