package io.streamgauge.app.cli;

import io.streamgauge.app.files.BrokenFileException;
import io.streamgauge.app.schema.ImportReport;
import io.streamgauge.app.schema.StatisticsRows;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge baseline import}. */
@Command(
        name = "import",
        header = "Make a baseline of what another tool knows.",
        description = {
            "Prints for each feature what was taken and what was left.",
            "With statistics the baseline has profiles; their values lie evenly within the buckets that the tool kept."
        })
public final class BaselineImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private ImportOptions input;

    @Option(names = "--model", paramLabel = "M", defaultValue = "imported", description = "Name of the model.")
    @SuppressWarnings("NullAway.Init")
    private String model;

    @Option(names = "--version", paramLabel = "V", defaultValue = "1", description = "Version of the model.")
    @SuppressWarnings("NullAway.Init")
    private String version;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The baseline file to write; only the data schema if the name ends in .yaml.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--schema-output", paramLabel = "FILE", description = "Write the data schema as YAML too.")
    private @Nullable Path schemaOutput;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one object a feature.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    // The standard one comes with a --version of the program, which would hide the version of the model.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Override
    public Integer call() throws IOException {
        try {
            ImportedContract imported = input.contract();
            SchemaForm.refuse(
                    SchemaForm.contradictions(imported.contract()), input.file().toString());
            DatasetStatistics data = input.statistics();
            write(imported, data);
            report(imported, data);
        } catch (BrokenMessageException | BrokenFileException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.OK;
    }

    private void write(ImportedContract imported, @Nullable DatasetStatistics data) throws IOException {
        String yaml = SchemaForm.write(imported.contract());
        if (schemaOutput != null) {
            Files.writeString(schemaOutput, yaml);
        }
        String name = output.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            Files.writeString(output, yaml);
        } else {
            BaselineFile.write(output, baseline(imported, data).withContract(imported.contract()));
        }
    }

    private Baseline baseline(ImportedContract imported, @Nullable DatasetStatistics data) throws IOException {
        if (data == null) {
            return Baseline.of(model, version, Duration.ofHours(1), List.of(), List.of());
        }
        StatisticsRows rows = StatisticsRows.of(data, imported.contract());
        return BaselineBuilder.of(model, version, rows.schema()).build(rows);
    }

    private void report(ImportedContract imported, @Nullable DatasetStatistics data) {
        PrintWriter out = spec.commandLine().getOut();
        List<ImportReport.Row> rows = ImportReport.rows(imported, data);
        if (format == OutputFormat.JSON) {
            rows.forEach(row -> out.println(row.json()));
        } else {
            TextTable.aligned(ImportReport.table(rows)).forEach(out::println);
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        if (data == null) {
            err.println("Without statistics the baseline has a schema and no profiles: drift needs more.");
        }
        err.printf("Wrote %s%n", output);
        err.flush();
    }
}
