package io.streamgauge.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.files.BrokenFileException;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.app.validate.Validation;
import io.streamgauge.app.validate.ValidationFiles;
import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.checks.schema.Compatibility;
import io.streamgauge.schemas.baseline.InvalidBaselineException;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.tfdv.TfdvValidationConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge validate}. */
@Command(
        name = "validate",
        header = "Hold data, or statistics of data, against a schema.",
        description = "One row for each anomaly. Exits with 1 if one is at or above --fail-on.")
public final class ValidateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--schema",
            required = true,
            paramLabel = "FILE",
            description = "Our YAML, a schema of TFDV, or a baseline.")
    @SuppressWarnings("NullAway.Init")
    private Path schema;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Input input;

    /** What is validated. */
    static final class Input {
        @Option(names = "--data", paramLabel = "FILE", description = "Rows: CSV, JSON lines, Parquet or Avro.")
        private @Nullable Path data;

        @Option(names = "--statistics", paramLabel = "FILE", description = "Statistics of TFDV: text, bytes, TFRecord.")
        private @Nullable Path statistics;

        Path file() {
            return data == null ? Objects.requireNonNull(statistics) : data;
        }
    }

    @Option(names = "--previous", paramLabel = "FILE", description = "Rows or statistics of the span before.")
    private @Nullable Path previous;

    @Option(names = "--serving", paramLabel = "FILE", description = "Rows or statistics of serving.")
    private @Nullable Path serving;

    @Option(names = "--environment", paramLabel = "E", description = "Where the data come from, such as SERVING.")
    private @Nullable String environment;

    @Option(names = "--validation-config", paramLabel = "FILE", description = "Severities by type, as TFDV has them.")
    private @Nullable Path validationConfig;

    @Option(
            names = "--custom-validation-config",
            paramLabel = "FILE",
            description = "Conditions on statistics, as TFDV has them; those on two datasets compare with --previous.")
    private @Nullable Path customValidations;

    @Option(names = "--compatibility", paramLabel = "ours|tfdv", defaultValue = "ours", description = "Whose verdict.")
    @SuppressWarnings("NullAway.Init")
    private Compatibility compatibility;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "error", description = "warning or error.")
    @SuppressWarnings("NullAway.Init")
    private Severity failOn;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one object a row.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Option(names = "--patches", description = "With each row the change of the schema that would accept it.")
    private boolean patches;

    @Option(names = "--patch-output", paramLabel = "FILE", description = "Write the change that would accept all rows.")
    private @Nullable Path patchOutput;

    @Override
    public Integer call() throws IOException {
        Validation validation = validation();
        List<Anomaly> anomalies = validation.anomalies();
        PrintWriter out = spec.commandLine().getOut();
        for (Anomaly anomaly : anomalies) {
            String patch = patches ? validation.patch(anomaly).orElse("") : null;
            if (format == OutputFormat.JSON) {
                out.println(json(anomaly, patch));
            } else {
                out.println(line(anomaly));
                (patch == null ? "" : patch).lines().forEach(line -> out.println("          " + line));
            }
        }
        if (patchOutput != null) {
            Files.writeString(patchOutput, validation.patch(anomalies));
        }
        if (!validation.unchecked().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("Not looked at, since the data do not have what they ask for: the predicates "
                            + String.join(", ", validation.unchecked()));
        }
        if (anomalies.isEmpty() && format == OutputFormat.TABLE) {
            out.println("No anomalies.");
        }
        out.flush();
        boolean failed =
                anomalies.stream().anyMatch(anomaly -> anomaly.severity().atLeast(failOn));
        return failed ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private Validation validation() throws IOException {
        try {
            Map<AnomalyType, Severity> severities =
                    validationConfig == null ? Map.of() : TfdvValidationConfig.read(validationConfig);
            var options = new CheckOptions(environment, severities, null, compatibility);
            var files = new ValidationFiles(schema, input.file(), previous, serving, customValidations);
            return Validation.of(files, options);
        } catch (BrokenMessageException | BrokenFileException | InvalidBaselineException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String line(Anomaly anomaly) {
        return "%-8s%-28s%-45s %s"
                .formatted(
                        anomaly.severity(),
                        anomaly.feature() == null ? "(all data)" : anomaly.feature(),
                        anomaly.type(),
                        anomaly.description());
    }

    private static String json(Anomaly anomaly, @Nullable String patch) throws JsonProcessingException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("feature", anomaly.feature());
        row.put("type", anomaly.type().name());
        row.put("severity", anomaly.severity().name());
        row.put("shortDescription", anomaly.shortDescription());
        row.put("description", anomaly.description());
        if (patch != null) {
            row.put("patch", patch.isEmpty() ? null : patch);
        }
        return new ObjectMapper().writeValueAsString(row);
    }
}
