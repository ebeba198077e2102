package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.form.MergePatch;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeaturePath;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of a schema that windows of one source are held against, by the code that holds files against it. Immutable. */
public final class WindowSchema {
    private final DataContract whole;
    private final DataContract contract;
    private final CheckOptions options;
    private final ProfileStatistics statistics;

    /**
     * @param slots what profile {@code i} of a window is of; features of the schema that are not among them are left out
     * @param environment where the events come from; null: every feature is expected
     * @param wholeData whether the source is what the schema's limits of the data as a whole are about
     */
    public WindowSchema(
            DataContract schema, List<FeatureSchema> slots, @Nullable String environment, boolean wholeData) {
        Set<String> names = slots.stream().map(FeatureSchema::name).collect(Collectors.toSet());
        List<FeatureContract> features = schema.features().stream()
                .filter(feature -> names.contains(feature.name()))
                .toList();
        this.whole = schema;
        this.contract = new DataContract(
                features,
                List.of(),
                List.of(),
                schema.words(),
                schema.defaultEnvironments(),
                wholeData ? schema.dataset() : DatasetLimits.NONE,
                List.of());
        this.options = new CheckOptions(environment, Map.of(), Set.of(), Compatibility.OURS);
        this.statistics = new ProfileStatistics(slots, contract);
    }

    /** The features that the source has, and what else holds for it. */
    public DataContract contract() {
        return contract;
    }

    /** Where the events come from; null: nobody said. */
    public @Nullable String environment() {
        return options.environment();
    }

    /** Whether a feature is expected in these events, and in use. */
    public boolean isRequired(FeatureContract feature) {
        return FeatureCheck.required(feature, contract, options.environment());
    }

    public boolean isExpected(FeatureContract feature) {
        return feature.environments().expectedIn(options.environment(), contract.defaultEnvironments());
    }

    /**
     * Holds a window against the schema.
     *
     * @param before the window before; null if there was none
     * @param training what the features looked like at training; null if it is not known
     */
    public WindowFindings findings(
            List<Profile> now, @Nullable List<Profile> before, @Nullable List<Profile> training) {
        return new WindowFindings(
                this, statistics.of(now), statistics.toCompareWith(now), controls(before), controls(training));
    }

    /**
     * The change of the schema by which so large a share of the events may break a row predicate, on one line.
     *
     * @return null if the schema has no predicate of that name
     */
    public @Nullable String tolerating(String predicate, double share) {
        List<RowPredicate> changed = whole.predicates().stream()
                .map(one -> one.name().equals(predicate) ? one.tolerating(share) : one)
                .toList();
        return changed.equals(whole.predicates())
                ? null
                : SchemaForm.line(
                        MergePatch.between(SchemaForm.tree(whole), SchemaForm.tree(whole.withPredicates(changed))));
    }

    /** The change of the schema that gives up a feature of several parts, on one line; null if it has none of that name. */
    public @Nullable String withoutPair(String name, AnomalyType type) {
        var nothing = WeighableStatistics.of(new DatasetStatistics(0, List.of()));
        var patches = new SchemaPatches(whole, nothing, ControlData.NONE, options);
        return patches.linePatch(new Anomaly(name, type, Severity.ERROR, "", ""))
                .orElse(null);
    }

    /** One without events is nothing to compare with. */
    private @Nullable WeighableStatistics controls(@Nullable List<Profile> profiles) {
        return profiles == null || profiles.isEmpty() || profiles.get(0).count() == 0
                ? null
                : statistics.toCompareWith(profiles);
    }

    CheckOptions options() {
        return options;
    }

    Optional<FeatureContract> feature(String name) {
        return contract.features().stream()
                .filter(feature -> FeaturePath.text(List.of(feature.name())).equals(name))
                .findFirst();
    }
}
