package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeaturePath;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Do data keep their contract? One anomaly for each reason: those of the features in order of their names, then those of
 * the data as a whole. Pure; not thread-safe.
 */
public final class SchemaCheck {
    private static final Comparator<Anomaly> BY_FEATURE =
            Comparator.comparing(Anomaly::feature, Comparator.nullsLast(Comparator.<String>naturalOrder()));

    private final DataContract contract;
    private final DatasetStatistics data;
    private final Controls controls;
    private final CheckOptions options;
    private final List<Anomaly> found = new ArrayList<>();

    private SchemaCheck(DataContract contract, WeighableStatistics data, ControlData controls, CheckOptions options) {
        this.contract = contract;
        this.data = data.counted(data.weighted());
        this.controls = Controls.of(controls, data.weighted());
        this.options = options;
    }

    /** All anomalies of {@code data}. */
    public static List<Anomaly> anomalies(
            DataContract contract, WeighableStatistics data, ControlData controls, CheckOptions options) {
        if (data.byCount().examples() == 0) {
            return noData(options);
        }
        return changes(contract, data, controls, options);
    }

    /** As {@link #anomalies}, for statistics that do not say how many examples they are of. */
    public static List<Anomaly> changes(
            DataContract contract, WeighableStatistics data, ControlData controls, CheckOptions options) {
        return new SchemaCheck(contract, data, controls, options).run();
    }

    /** Only how far the distributions are from those of serving. */
    public static List<Anomaly> skew(
            DataContract contract, WeighableStatistics data, ControlData controls, CheckOptions options) {
        var check = new SchemaCheck(contract, data, controls, options);
        for (FeatureStatistics feature : check.data.features()) {
            Optional<FeatureContract> expected = contract.feature(feature.path());
            var reasons = new Reasons(feature.name(), options.severities());
            if (expected.isPresent()) {
                new ComparatorCheck(options.compatibility(), reasons)
                        .compare(feature, expected.get().skew(), check.controls.serving(), ComparatorCheck.SKEW);
            }
            check.found.addAll(reasons.anomalies());
        }
        return check.found.stream().sorted(BY_FEATURE).toList();
    }

    private static List<Anomaly> noData(CheckOptions options) {
        var reasons = new Reasons(null, options.severities());
        if (options.compatibility() == Compatibility.OURS) {
            reasons.add(AnomalyType.NO_DATA_IN_SPAN, "No data", "There is not one example to look at.");
        }
        return reasons.anomalies();
    }

    private List<Anomaly> run() {
        data.roots().forEach(this::feature);
        missingColumns(contract.features(), List.of());
        var whole = new Reasons(null, options.severities());
        DatasetCheck.check(contract.dataset(), data, controls, whole);
        found.addAll(whole.anomalies());
        return found.stream().sorted(BY_FEATURE).toList();
    }

    private void feature(FeatureStatistics feature) {
        List<String> path = feature.path();
        var reasons = new Reasons(feature.name(), options.severities());
        if (path.isEmpty()) {
            return;
        }
        boolean known = contract.feature(path).isPresent()
                || contract.sparse(path).isPresent()
                || contract.weighted(path).isPresent();
        boolean goOn = known && inUse(path);
        if (!known && (options.wanted() == null || options.wanted().contains(path))) {
            reasons.add(
                    AnomalyType.SCHEMA_NEW_COLUMN,
                    "New column",
                    "The data have a feature that the schema does not know.");
        } else if (goOn) {
            goOn = known(feature, reasons);
        }
        found.addAll(reasons.anomalies());
        if (goOn) {
            data.children(feature).forEach(this::feature);
        }
    }

    /** Whether what the contract has under that path is past its trial and before its end. */
    private boolean inUse(List<String> path) {
        Optional<FeatureContract> feature = contract.feature(path);
        if (feature.isPresent()) {
            return feature.get().lifecycle().checked();
        }
        return contract.sparse(path).map(sparse -> sparse.lifecycle().checked()).orElse(true);
    }

    /** Looks at a feature that the contract knows; false if what is inside of it need not be looked at. */
    private boolean known(FeatureStatistics feature, Reasons reasons) {
        List<String> path = feature.path();
        boolean plain = contract.feature(path).isPresent();
        var sparse = contract.sparse(path);
        var weighted = contract.weighted(path);
        if (weighted.isPresent()) {
            boolean collides =
                    (plain || sparse.isPresent()) && weighted.get().lifecycle().checked();
            if (collides) {
                reasons.add(
                        AnomalyType.WEIGHTED_FEATURE_NAME_COLLISION,
                        "Weighted feature name collision",
                        "Another feature of the schema has the name of this weighted one.");
                return false;
            }
            PairChecks.weighted(feature, reasons);
            return true;
        }
        if (sparse.isPresent() && sparse.get().lifecycle().checked()) {
            if (plain) {
                reasons.add(
                        AnomalyType.SPARSE_FEATURE_NAME_COLLISION,
                        "Sparse feature name collision",
                        "Another feature of the schema has the name of this sparse one.");
                return false;
            }
            PairChecks.sparse(feature, reasons);
            return reasons.anomalies().isEmpty();
        }
        return new FeatureCheck(contract, data, controls, options, reasons)
                .check(feature, contract.feature(path).orElseThrow());
    }

    private List<Anomaly> missingColumn(FeatureContract feature, List<String> path) {
        var reasons = new Reasons(FeaturePath.text(path), options.severities());
        if (FeatureCheck.required(feature, contract, options.environment())) {
            reasons.add(
                    AnomalyType.SCHEMA_MISSING_COLUMN,
                    "Column dropped",
                    "The schema asks for the feature; the data do not have it.");
        } else if (options.compatibility() == Compatibility.OURS
                && feature.environments().expectedIn(options.environment(), contract.defaultEnvironments())) {
            controls.notComparable(feature, path, reasons);
        }
        return reasons.anomalies();
    }

    private void missingColumns(List<FeatureContract> features, List<String> parent) {
        Set<List<String>> there =
                data.features().stream().map(FeatureStatistics::path).collect(Collectors.toSet());
        for (FeatureContract feature : features) {
            List<String> path = new ArrayList<>(parent);
            path.add(feature.name());
            if (!there.contains(path)) {
                found.addAll(missingColumn(feature, path));
            }
            if (feature.lifecycle().checked() && feature.domain() instanceof Domain.Struct struct) {
                missingColumns(struct.features(), path);
            }
        }
    }
}
