package io.streamgauge.app.validate;

import io.streamgauge.app.schema.SchemaFiles;
import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.checks.schema.ControlData;
import io.streamgauge.checks.schema.CustomChecks;
import io.streamgauge.checks.schema.SchemaCheck;
import io.streamgauge.checks.schema.SchemaPatches;
import io.streamgauge.schemas.condition.StatisticsRule;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.form.MergePatch;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.tfdv.TfdvCustomValidations;
import io.streamgauge.schemas.importer.tfdv.TfdvStatistics;
import io.streamgauge.statistics.tfdv.FeaturePath;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files held against a schema file. */
public final class Validation {
    private static final List<String> ROWS = List.of(".csv", ".csv.gz", ".jsonl", ".jsonl.gz", ".parquet", ".avro");
    private static final Comparator<Anomaly> BY_FEATURE =
            Comparator.comparing(Anomaly::feature, Comparator.nullsLast(Comparator.<String>naturalOrder()));

    private final DataContract contract;
    private final WeighableStatistics data;
    private final ControlData controls;
    private final CheckOptions options;
    private final List<StatisticsRule> statisticsRules;
    private final List<BrokenRule> brokenRules;
    private final List<String> unchecked;

    private Validation(ValidationFiles files, CheckOptions options) throws IOException {
        this.options = options;
        this.contract = contract(files.schema(), options);
        this.data = statistics(files.data());
        this.controls = new ControlData(statisticsOrNull(files.previous()), statisticsOrNull(files.serving()), null);
        this.statisticsRules = statisticsRules(files.customValidations(), controls);
        RowRules rules = RowRules.of(contract);
        this.brokenRules = isRows(files.data()) ? rules.broken(files.data()) : List.of();
        this.unchecked = isRows(files.data())
                ? rules.unchecked()
                : contract.predicates().stream().map(one -> one.name()).toList();
    }

    /**
     * Reads the files.
     *
     * @throws IOException with one line, if a file cannot be read
     * @throws io.streamgauge.schemas.yaml.InvalidConfigException with a line for each contradiction of the schema
     */
    public static Validation of(ValidationFiles files, CheckOptions options) throws IOException {
        return new Validation(files, options);
    }

    /** Names of the row predicates that these data cannot show to be kept: statistics have no rows. */
    public List<String> unchecked() {
        return unchecked;
    }

    /** What is wrong with the data: by feature, then of all together. */
    public List<Anomaly> anomalies() {
        List<Anomaly> all = new ArrayList<>(SchemaCheck.anomalies(contract, data, controls, options));
        if (data.byCount().examples() > 0) {
            WeighableStatistics base = controls.previousSpan();
            all.addAll(CustomChecks.anomalies(
                    statisticsRules,
                    data.counted(data.weighted()),
                    base == null ? null : base.counted(data.weighted()),
                    options));
        }
        brokenRules.forEach(rule -> all.add(rule.anomaly(options)));
        return all.stream().sorted(BY_FEATURE).toList();
    }

    /** The change of the schema that would accept an anomaly, as a fragment of YAML; empty if there is none. */
    public Optional<String> patch(Anomaly anomaly) {
        return accepting(contract, anomaly)
                .map(this::difference)
                .filter(patch -> !patch.isEmpty())
                .map(SchemaForm::write);
    }

    /** The change that would accept all of them. */
    public String patch(List<Anomaly> anomalies) {
        DataContract changed = contract;
        for (Anomaly anomaly : anomalies) {
            changed = accepting(changed, anomaly).orElse(changed);
        }
        return SchemaForm.write(difference(changed));
    }

    private Map<String, @Nullable Object> difference(DataContract changed) {
        return MergePatch.between(SchemaForm.tree(contract), SchemaForm.tree(changed));
    }

    private Optional<DataContract> accepting(DataContract before, Anomaly anomaly) {
        for (BrokenRule rule : brokenRules) {
            if (rule.anomaly(options).equals(anomaly)) {
                return Optional.of(rule.accepting(before));
            }
        }
        return new SchemaPatches(before, data, controls, options).accepting(anomaly);
    }

    private static DataContract contract(Path schema, CheckOptions options) throws IOException {
        return options.compatibility() == Compatibility.TFDV
                ? SchemaFiles.readAsItIs(schema)
                : SchemaFiles.read(schema);
    }

    private static List<StatisticsRule> statisticsRules(@Nullable Path file, ControlData controls) throws IOException {
        if (file == null) {
            return List.of();
        }
        List<StatisticsRule> rules = TfdvCustomValidations.read(file);
        for (StatisticsRule rule : rules) {
            Set<String> unknown = CustomChecks.unknown(rule);
            if (!unknown.isEmpty()) {
                throw new BrokenMessageException("%s: %s: no statistics are called %s"
                        .formatted(file, FeaturePath.text(rule.path()), String.join(", ", unknown)));
            }
            if (rule.basePath() != null && controls.previousSpan() == null) {
                throw new BrokenMessageException("%s: %s: is compared with other data; give them with --previous"
                        .formatted(file, FeaturePath.text(rule.path())));
            }
        }
        return rules;
    }

    private static boolean isRows(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ROWS.stream().anyMatch(name::endsWith);
    }

    private static @Nullable WeighableStatistics statisticsOrNull(@Nullable Path file) throws IOException {
        return file == null ? null : statistics(file);
    }

    private static WeighableStatistics statistics(Path file) throws IOException {
        return isRows(file) ? RowStatistics.of(file) : TfdvStatistics.read(file);
    }
}
