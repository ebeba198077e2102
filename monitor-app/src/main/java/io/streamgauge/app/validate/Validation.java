package io.streamgauge.app.validate;

import io.streamgauge.app.schema.SchemaFiles;
import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.checks.schema.ControlData;
import io.streamgauge.checks.schema.SchemaCheck;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.importer.tfdv.TfdvStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds files against a schema file. */
public final class Validation {
    private static final List<String> ROWS = List.of(".csv", ".csv.gz", ".jsonl", ".jsonl.gz", ".parquet", ".avro");

    private Validation() {}

    /**
     * The anomalies of {@code data}, which like {@code previous} and {@code serving} are rows or statistics.
     *
     * @throws IOException with one line, if a file cannot be read; with a line for each, if the schema contradicts itself
     */
    public static List<Anomaly> anomalies(
            Path schema, Path data, @Nullable Path previous, @Nullable Path serving, CheckOptions options)
            throws IOException {
        return SchemaCheck.anomalies(
                contract(schema, options),
                statistics(data),
                new ControlData(
                        previous == null ? null : statistics(previous),
                        serving == null ? null : statistics(serving),
                        null),
                options);
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
