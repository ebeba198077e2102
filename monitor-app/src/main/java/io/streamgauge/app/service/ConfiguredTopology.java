package io.streamgauge.app.service;

import io.streamgauge.alerts.lifecycle.AlertPolicy;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.Confirmation;
import io.streamgauge.app.config.LabelsConfig;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.PredictionsConfig;
import io.streamgauge.app.config.SourceConfig;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.FieldMapping;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.Topics;
import io.streamgauge.topology.settings.TopologySettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What the configuration asks of the topology, once the baselines and the partitions of the topics are known. */
public final class ConfiguredTopology {
    private static final int LARGEST_REJECTED_VALUE = 64 * 1024;

    private final MonitorConfig config;
    private final Map<String, Baseline> baselines;

    /** @param baselines by model name, one for each configured model */
    public ConfiguredTopology(MonitorConfig config, Map<String, Baseline> baselines) {
        this.config = config;
        this.baselines = Map.copyOf(baselines);
    }

    /**
     * With the baselines that the configuration names.
     *
     * @throws StartException with one clear line if one cannot be read or does not fit
     */
    public static ConfiguredTopology of(ConfigFile file) {
        return new ConfiguredTopology(file.config(), Preflight.baselines(file));
    }

    public static Topics topics(MonitorConfig config) {
        return Topics.of(
                        config.application().id(),
                        config.topics().rejected(),
                        config.alerts().topicPrefix())
                .withLate(config.topics().late());
    }

    /**
     * @param partitions how many partitions an input topic has
     * @param bounded where the input ends, null if it does not
     */
    public TopologySettings settings(ToIntFunction<String> partitions, @Nullable BoundedInput bounded) {
        var models =
                config.models().stream().map(model -> model(model, partitions)).toList();
        return new TopologySettings(
                models, topics(config), config.topics().partitions(), bounded, LARGEST_REJECTED_VALUE);
    }

    private ModelSettings model(ModelConfig model, ToIntFunction<String> partitions) {
        Baseline baseline = baseline(model);
        DataContract schema = ConfiguredRules.schema(model, baseline);
        var sources = new ArrayList<SourceSettings>();
        for (Source source : Source.values()) {
            SourceConfig input = input(model, source);
            if (input != null) {
                sources.add(source(input, mapping(model, source, input, baseline, schema), partitions));
            }
        }
        ConfiguredRules rules = ConfiguredRules.of(model, sources, schema);
        ConfiguredAges ages = ConfiguredAges.of(model);
        Confirmation confirm = config.alerts().confirm();
        return new ModelSettings(
                model.name(),
                ages.addedTo(baseline),
                sources.stream().map(ages::addedTo).toList(),
                model.windows(),
                model.slices(),
                ConfiguredChecks.of(model).withSchema(rules.schema()),
                new AlertPolicy(
                        "default",
                        confirm.needed(),
                        confirm.of(),
                        config.alerts().resolveAfter()),
                config.hashOf(model.name(), rules.ownSchema()),
                rules.rules(),
                ConfiguredSkew.of(model, baseline, schema, partitions));
    }

    /** The model's baseline without the features that its topics do not carry: what never comes is not missing. */
    private Baseline baseline(ModelConfig model) {
        Baseline baseline = baselines.get(model.name());
        if (baseline == null) {
            throw new IllegalArgumentException("no baseline was given for model '" + model.name() + "'");
        }
        var excluded = new HashSet<FeatureSchema>();
        for (Source source : Source.values()) {
            SourceConfig input = input(model, source);
            if (input != null) {
                baseline.features(source).stream()
                        .map(FeatureBaseline::schema)
                        .filter(schema -> input.exclude().contains(schema.name()))
                        .forEach(excluded::add);
            }
        }
        return baseline.without(excluded);
    }

    private static @Nullable SourceConfig input(ModelConfig model, Source source) {
        PredictionsConfig predictions = model.predictions();
        LabelsConfig labels = model.labels();
        return switch (source) {
            case FEATURES -> model.features();
            case PREDICTIONS -> predictions == null ? null : predictions.source();
            case LABELS -> labels == null ? null : labels.source();
            case REFERENCE -> null; // compared row by row, not profiled
        };
    }

    static SourceSettings source(SourceConfig input, SourceMapping mapping, ToIntFunction<String> partitions) {
        return new SourceSettings(
                mapping,
                partitions.applyAsInt(input.topic()),
                input.guard().lateness(),
                input.guard().idleAfter(),
                input.guard().maxAhead(),
                input.guard().earliest().toEpochMilli());
    }

    /** Maps the baseline's features, in the baseline's order, so that slot and feature agree. */
    private static SourceMapping mapping(
            ModelConfig model, Source source, SourceConfig input, Baseline baseline, @Nullable DataContract contract) {
        boolean hasClass = baseline.features(source).stream()
                .anyMatch(feature -> feature.schema().name().equals(FeatureSchema.PREDICTION_CLASS));
        Double threshold = hasClass ? threshold(model) : null;
        List<FieldMapping> fields = new ArrayList<>();
        baseline.features(source).forEach(feature -> {
            FeatureSchema schema = feature.schema();
            boolean derived = threshold != null && schema.name().equals(FeatureSchema.PREDICTION_CLASS);
            if (!derived) {
                fields.add(new FieldMapping(schema.name(), path(model, input, schema), schema.type()));
            }
        });
        return new SourceMapping(
                source,
                input.topic(),
                input.format(),
                input.id(),
                input.eventTime(),
                input.version(),
                fields,
                threshold,
                source == Source.FEATURES ? ConfiguredRules.expectedColumns(model, input, contract) : null);
    }

    private static @Nullable Double threshold(ModelConfig model) {
        PredictionsConfig predictions = model.predictions();
        return predictions == null ? null : predictions.threshold();
    }

    private static String path(ModelConfig model, SourceConfig input, FeatureSchema feature) {
        PredictionsConfig predictions = model.predictions();
        LabelsConfig labels = model.labels();
        if (predictions != null && feature.name().equals(FeatureSchema.PREDICTION_SCORE)) {
            return predictions.score();
        }
        if (predictions != null && feature.name().equals(FeatureSchema.PREDICTION_CLASS)) {
            return predictions.predictedClass();
        }
        if (labels != null && feature.name().equals(FeatureSchema.LABEL)) {
            return labels.label();
        }
        return input.fields().getOrDefault(feature.name(), feature.name());
    }
}
