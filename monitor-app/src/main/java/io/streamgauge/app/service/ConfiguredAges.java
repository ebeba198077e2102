package io.streamgauge.app.service;

import io.streamgauge.app.config.ChecksConfig;
import io.streamgauge.app.config.LabelsConfig;
import io.streamgauge.app.config.LimitConfig;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.PredictionsConfig;
import io.streamgauge.app.config.StalenessConfig;
import io.streamgauge.checks.AgeSettings;
import io.streamgauge.checks.BaselineBehindCheck;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.topology.settings.SourceSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The times in a model's records of which somebody asks how old they are, and how old they may be. */
final class ConfiguredAges {
    /** What {@code predictions.feature-times} is the time of. */
    private static final String ALL_FEATURES = "features";

    /** What {@code predictions.deployed-at} is the time of. */
    private static final String DEPLOYED = "model-deployed";

    private final Map<Source, List<AgeField>> fields = new EnumMap<>(Source.class);
    private final Map<Source, Map<String, AgeSettings>> limits = new EnumMap<>(Source.class);

    private final FalseAlarmBudget falseAlarms;

    private ConfiguredAges(FalseAlarmBudget falseAlarms) {
        this.falseAlarms = falseAlarms;
    }

    static ConfiguredAges of(ModelConfig model) {
        ChecksConfig checks = model.checks();
        var ages = new ConfiguredAges(checks.drift().falseAlarms());
        StalenessConfig staleness = checks.staleness();
        if (model.features() != null) {
            model.features()
                    .ages()
                    .forEach((name, path) -> ages.add(
                            Source.FEATURES, name, path, checks.of(name).age()));
        }
        PredictionsConfig predictions = model.predictions();
        if (predictions != null) {
            ages.add(Source.PREDICTIONS, ALL_FEATURES, predictions.featureTimes(), staleness.feature());
            ages.addOfModel(predictions, staleness);
            predictions
                    .source()
                    .ages()
                    .forEach((name, path) -> ages.add(
                            Source.PREDICTIONS, name, path, checks.of(name).age()));
        }
        LabelsConfig labels = model.labels();
        if (labels != null) {
            labels.source().ages().forEach((name, path) -> ages.add(Source.LABELS, name, path, staleness.labelDelay()));
        }
        return ages;
    }

    /** When the model that answers was deployed and trained. */
    private void addOfModel(PredictionsConfig predictions, StalenessConfig staleness) {
        String deployedAt = predictions.deployedAt();
        if (deployedAt != null && staleness.deployed() != null) {
            add(Source.PREDICTIONS, DEPLOYED, deployedAt, new LimitConfig(staleness.deployed()));
        }
        String trainedAt = predictions.trainedAt();
        if (trainedAt != null && staleness.model() != null) {
            add(Source.PREDICTIONS, BaselineBehindCheck.TRAINED, trainedAt, new LimitConfig(staleness.model()));
        } else if (trainedAt != null && staleness.baseline() != null) {
            profile(Source.PREDICTIONS, BaselineBehindCheck.TRAINED, trainedAt);
        }
    }

    private void profile(Source source, String name, String path) {
        fields.computeIfAbsent(source, first -> new ArrayList<>()).add(new AgeField(name, path));
    }

    private void add(Source source, String name, String path, @Nullable LimitConfig limit) {
        if (limit != null) {
            profile(source, name, path);
            limits.computeIfAbsent(source, first -> new TreeMap<>())
                    .put(name, new AgeSettings(limit.atMost(), falseAlarms));
        }
    }

    Map<Source, Map<String, AgeSettings>> limits() {
        return limits;
    }

    /** The source with its ages behind the features. */
    SourceSettings addedTo(SourceSettings source) {
        return source.withMapping(source.mapping().withAges(fields.getOrDefault(source.source(), List.of())));
    }

    /** The baseline with the ages among its features, which are compared with nothing. */
    Baseline addedTo(Baseline trained) {
        var untrained = new ArrayList<FeatureBaseline>();
        fields.forEach((source, all) -> all.forEach(age ->
                untrained.add(new FeatureBaseline(age.schema(source), AgeField.GRID, AgeField.GRID.newProfile()))));
        return trained.withUntrained(untrained);
    }
}
