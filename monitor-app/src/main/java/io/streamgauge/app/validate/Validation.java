package io.streamgauge.app.validate;

import io.streamgauge.app.schema.SchemaFiles;
import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.checks.schema.ControlData;
import io.streamgauge.checks.schema.SchemaCheck;
import io.streamgauge.checks.schema.SchemaPatches;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.form.MergePatch;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.importer.tfdv.TfdvStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files held against a schema file. */
public final class Validation {
    private static final List<String> ROWS = List.of(".csv", ".csv.gz", ".jsonl", ".jsonl.gz", ".parquet", ".avro");

    private final DataContract contract;
    private final WeighableStatistics data;
    private final ControlData controls;
    private final CheckOptions options;

    private Validation(DataContract contract, WeighableStatistics data, ControlData controls, CheckOptions options) {
        this.contract = contract;
        this.data = data;
        this.controls = controls;
        this.options = options;
    }

    /**
     * Reads the files; {@code data}, {@code previous} and {@code serving} are rows or statistics.
     *
     * @throws IOException with one line, if a file cannot be read
     * @throws io.streamgauge.schemas.yaml.InvalidConfigException with a line for each contradiction of the schema
     */
    public static Validation of(
            Path schema, Path data, @Nullable Path previous, @Nullable Path serving, CheckOptions options)
            throws IOException {
        return new Validation(
                contract(schema, options),
                statistics(data),
                new ControlData(
                        previous == null ? null : statistics(previous),
                        serving == null ? null : statistics(serving),
                        null),
                options);
    }

    /** What is wrong with the data. */
    public List<Anomaly> anomalies() {
        return SchemaCheck.anomalies(contract, data, controls, options);
    }

    /** The change of the schema that would accept an anomaly, as a fragment of YAML; empty if there is none. */
    public Optional<String> patch(Anomaly anomaly) {
        return new SchemaPatches(contract, data, controls, options).patch(anomaly);
    }

    /** The change that would accept all of them. */
    public String patch(List<Anomaly> anomalies) {
        DataContract changed = contract;
        for (Anomaly anomaly : anomalies) {
            DataContract before = changed;
            changed = new SchemaPatches(before, data, controls, options)
                    .accepting(anomaly)
                    .orElse(before);
        }
        return SchemaForm.write(MergePatch.between(SchemaForm.tree(contract), SchemaForm.tree(changed)));
    }

    private static DataContract contract(Path schema, CheckOptions options) throws IOException {
        return options.compatibility() == Compatibility.TFDV
                ? SchemaFiles.readAsItIs(schema)
                : SchemaFiles.read(schema);
    }

    private static WeighableStatistics statistics(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ROWS.stream().anyMatch(name::endsWith) ? RowStatistics.of(file) : TfdvStatistics.read(file);
    }
}
