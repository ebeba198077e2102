package io.streamgauge.app.service;

import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.ReferenceConfig;
import io.streamgauge.app.config.SkewConfig;
import io.streamgauge.app.config.SourceConfig;
import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.checks.valueskew.Tolerance;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.FieldMapping;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How the configuration wants the rows of serving compared with those of training. */
final class ConfiguredSkew {
    private ConfiguredSkew() {}

    /**
     * Null if it names no reference topic.
     *
     * @param schema says which features are sensitive; null if there is none
     */
    static @Nullable ValueSkewSettings of(
            ModelConfig model, Baseline baseline, @Nullable DataContract schema, ToIntFunction<String> partitions) {
        ReferenceConfig reference = model.reference();
        SourceConfig serving = model.features();
        if (reference == null || serving == null) {
            return null;
        }
        List<FeatureSchema> compared = compared(model.name(), reference, baseline);
        SkewConfig limits = model.checks().skew();
        return new ValueSkewSettings(
                side(serving, Source.FEATURES, compared, partitions),
                side(reference.source(), Source.REFERENCE, compared, partitions),
                compared.stream().map(FeatureSchema::name).toList(),
                comparisons(reference, compared),
                reference.timeToLive(),
                limits.rate(),
                limits.unmatched(),
                limits.minimumRows(),
                sensitive(schema));
    }

    private static List<FeatureSchema> compared(String model, ReferenceConfig reference, Baseline baseline) {
        List<FeatureSchema> known = baseline.features(Source.FEATURES).stream()
                .map(FeatureBaseline::schema)
                .toList();
        List<FeatureSchema> compared = new ArrayList<>(known);
        compared.removeIf(feature -> reference.source().exclude().contains(feature.name()));
        reference.compare().forEach((name, type) -> {
            if (known.stream().anyMatch(feature -> feature.name().equals(name))) {
                throw new StartException(
                        "models.%s.reference.compare: '%s' is a feature of the baseline; it is compared anyway"
                                .formatted(model, name));
            }
            compared.add(new FeatureSchema(name, Source.FEATURES, type));
        });
        return compared;
    }

    private static List<String> sensitive(@Nullable DataContract schema) {
        return schema == null
                ? List.of()
                : schema.features().stream()
                        .filter(FeatureContract::sensitive)
                        .map(FeatureContract::name)
                        .toList();
    }

    private static Map<String, Comparison> comparisons(ReferenceConfig reference, List<FeatureSchema> compared) {
        Map<String, Comparison> comparisons = new HashMap<>();
        for (FeatureSchema feature : compared) {
            var allowed = reference.tolerance().get(feature.name());
            Tolerance tolerance = allowed == null
                    ? Tolerance.NONE
                    : allowed.relative() ? new Tolerance(0, allowed.amount()) : new Tolerance(allowed.amount(), 0);
            comparisons.put(
                    feature.name(),
                    new Comparison(
                            tolerance,
                            reference.round(),
                            reference.listsAsSets().contains(feature.name())));
        }
        return comparisons;
    }

    /** The compared features, then the parts of the identifier, whose fields are separated by commas. */
    private static SourceSettings side(
            SourceConfig input, Source source, List<FeatureSchema> compared, ToIntFunction<String> partitions) {
        List<FieldMapping> fields = new ArrayList<>();
        for (FeatureSchema feature : compared) {
            String path = input.fields().getOrDefault(feature.name(), feature.name());
            fields.add(new FieldMapping(feature.name(), path, feature.type(), true));
        }
        for (String part : input.id().split(",", -1)) {
            fields.add(new FieldMapping("(id) " + part, part, FeatureType.CATEGORICAL));
        }
        var mapping =
                new SourceMapping(source, input.topic(), input.format(), null, input.eventTime(), null, fields, null);
        return ConfiguredTopology.source(input, mapping, partitions);
    }
}
