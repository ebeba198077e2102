package io.streamgauge.app.service;

import io.streamgauge.app.config.ChecksConfig;
import io.streamgauge.app.config.DriftConfig;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.QualityConfig;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.DriftSettings;
import io.streamgauge.checks.QualityMetric;
import io.streamgauge.checks.QualitySettings;
import io.streamgauge.checks.StabilitySettings;
import io.streamgauge.schemas.contract.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

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
        Map<String, Duration> silence = new HashMap<>();
        Duration topic = checks.staleness().topic();
        if (topic != null) {
            silence.put(Source.FEATURES.word(), topic);
            silence.put(Source.PREDICTIONS.word(), topic);
        }
        Duration label = checks.staleness().label();
        if (label != null) {
            silence.put(Source.LABELS.word(), label);
        }
        return new CheckSettings(drift(checks.drift()), drift, quality(checks.quality()), quality, silence)
                .withStability(stability(checks));
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
        return new DriftSettings(drift.metric(), drift.floor(), drift.falseAlarms(), drift.minimumRows());
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
