package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.Environments;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Lifecycle;
import io.streamgauge.schemas.contract.SparseFeature;
import io.streamgauge.schemas.contract.WeightedFeature;
import io.streamgauge.schemas.form.MergePatch;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.inference.SchemaInference;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeaturePath;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which change of the contract would accept an anomaly? The smallest that is known: the limit moves to what was found, the
 * new value joins the enumeration, the feature that nobody sends any more is deprecated. With the change the same data do
 * not have that anomaly. Whether it is a good change, a person has to say. Pure; not thread-safe.
 */
public final class SchemaPatches {
    private final DataContract contract;
    private final DatasetStatistics data;
    private final Controls controls;
    private final CheckOptions options;

    public SchemaPatches(DataContract contract, WeighableStatistics data, ControlData controls, CheckOptions options) {
        this.contract = contract;
        this.data = data.counted(data.weighted());
        this.controls = Controls.of(controls, data.weighted());
        this.options = options;
    }

    /** The change as a fragment of the written form, to be merged into it; empty if no contract accepts the anomaly. */
    public Optional<String> patch(Anomaly anomaly) {
        return accepting(anomaly)
                .map(changed -> MergePatch.between(SchemaForm.tree(contract), SchemaForm.tree(changed)))
                .filter(patch -> !patch.isEmpty())
                .map(SchemaForm::write);
    }

    /** As {@link #patch}, on one line. */
    Optional<String> linePatch(Anomaly anomaly) {
        return accepting(anomaly)
                .map(changed -> MergePatch.between(SchemaForm.tree(contract), SchemaForm.tree(changed)))
                .filter(patch -> !patch.isEmpty())
                .map(SchemaForm::line);
    }

    /** The contract with the change; empty if no contract accepts the anomaly. */
    public Optional<DataContract> accepting(Anomaly anomaly) {
        String name = anomaly.feature();
        if (anomaly.type() == AnomalyType.NO_DATA_IN_SPAN || anomaly.type() == AnomalyType.CUSTOM_VALIDATION) {
            return Optional.empty();
        }
        if (name == null) {
            return Optional.of(
                    contract.withDataset(DatasetPatches.accepting(anomaly.type(), contract.dataset(), data, controls)));
        }
        List<String> path = path(name);
        FeatureStatistics found = data.feature(path).orElse(null);
        Optional<FeatureContract> expected = contract.feature(path);
        if (anomaly.type().isOfParts()) {
            return Optional.of(withoutPair(path.get(path.size() - 1)));
        }
        if (expected.isEmpty()) {
            return found == null
                    ? Optional.empty()
                    : Optional.of(at(path.subList(0, path.size() - 1), expectedHere(SchemaInference.of(found, data))));
        }
        if (anomaly.type() == AnomalyType.FEATURE_MISSING_NAME) {
            return Optional.of(replaced(path, feature -> null));
        }
        var patches = new FeaturePatches(contract, found, controls, options);
        DataContract changed = replaced(path, feature -> patches.accepting(anomaly.type(), feature, data.examples()));
        return Optional.of(enumerated(changed, anomaly.type(), expected.get(), found));
    }

    /** A new feature is expected where it was found, also where that is none of the default environments. */
    private FeatureContract expectedHere(FeatureContract added) {
        String environment = options.environment();
        boolean expected = added.environments().expectedIn(environment, contract.defaultEnvironments());
        return expected || environment == null
                ? added
                : added.change()
                        .environments(new Environments(Set.of(environment), Set.of()))
                        .build();
    }

    /** The path that is written like that: of the data or of the contract. */
    private List<String> path(String name) {
        List<List<String>> all = new ArrayList<>();
        data.features().forEach(feature -> all.add(feature.path()));
        paths(contract.features(), List.of(), all);
        return all.stream()
                .filter(path -> FeaturePath.text(path).equals(name))
                .findFirst()
                .orElse(List.of(name));
    }

    private static void paths(List<FeatureContract> features, List<String> parent, List<List<String>> all) {
        for (FeatureContract feature : features) {
            List<String> path = new ArrayList<>(parent);
            path.add(feature.name());
            all.add(path);
            if (feature.domain() instanceof Domain.Struct struct) {
                paths(struct.features(), path, all);
            }
        }
    }

    /** Values that are missing from an enumeration with a name join it there. */
    private static DataContract enumerated(
            DataContract changed, AnomalyType type, FeatureContract expected, @Nullable FeatureStatistics found) {
        boolean strange = type == AnomalyType.ENUM_TYPE_UNEXPECTED_STRING_VALUES;
        if (strange && found != null && expected.domain() instanceof Domain.Named named) {
            return DomainPatches.withValues(changed, named, found);
        }
        return changed;
    }

    private DataContract withoutPair(String name) {
        List<SparseFeature> sparse = contract.sparse().stream()
                .map(one -> one.name().equals(name)
                        ? new SparseFeature(one.name(), one.indices(), one.value(), Lifecycle.DEPRECATED)
                        : one)
                .toList();
        List<WeightedFeature> weighted = contract.weighted().stream()
                .filter(one -> !one.name().equals(name))
                .toList();
        return new DataContract(
                contract.features(),
                sparse,
                weighted,
                contract.words(),
                contract.defaultEnvironments(),
                contract.dataset(),
                contract.predicates());
    }

    private DataContract at(List<String> parent, FeatureContract added) {
        if (parent.isEmpty()) {
            List<FeatureContract> features = new ArrayList<>(contract.features());
            features.add(added);
            return contract.withFeatures(features);
        }
        return replaced(parent, record -> {
            Domain.Struct inner =
                    record.domain() instanceof Domain.Struct struct ? struct : new Domain.Struct(List.of(), List.of());
            List<FeatureContract> features = new ArrayList<>(inner.features());
            features.add(added);
            return record.change()
                    .domain(new Domain.Struct(features, inner.sparse()))
                    .build();
        });
    }

    private DataContract replaced(List<String> path, Change change) {
        return contract.withFeatures(replaced(contract.features(), path, change));
    }

    private static List<FeatureContract> replaced(List<FeatureContract> level, List<String> path, Change change) {
        List<FeatureContract> features = new ArrayList<>();
        for (FeatureContract feature : level) {
            FeatureContract other = feature;
            if (feature.name().equals(path.get(0))) {
                other = path.size() == 1
                        ? change.of(feature)
                        : inside(feature, inner -> replaced(inner, path.subList(1, path.size()), change));
            }
            if (other != null) {
                features.add(other);
            }
        }
        return features;
    }

    private static FeatureContract inside(FeatureContract feature, UnaryOperator<List<FeatureContract>> change) {
        return feature.domain() instanceof Domain.Struct struct
                ? feature.change()
                        .domain(new Domain.Struct(change.apply(struct.features()), struct.sparse()))
                        .build()
                : feature;
    }

    /** From a feature to what stands in its place; null if nothing does. */
    @FunctionalInterface
    private interface Change {
        @Nullable
        FeatureContract of(FeatureContract feature);
    }
}
