package io.streamgauge.app.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.streamgauge.app.backtest.TimeRange;
import io.streamgauge.app.backtest.TopicFile;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.files.ColumnRoles;
import io.streamgauge.app.files.ColumnTypes;
import io.streamgauge.app.files.TrainingRows;
import io.streamgauge.app.schema.ColumnKinds;
import io.streamgauge.app.schema.SchemaFiles;
import io.streamgauge.app.schema.TrainingSchema;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.baseline.EventRows;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.schemas.yaml.Durations;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge baseline build}. */
@Command(
        name = "build",
        header = "Build a baseline from training data.",
        description =
                "Every column without another role is a feature. Its type is judged by its cells unless --schema gives one.")
public final class BaselineBuildCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Training data: .csv, .csv.gz, .jsonl, .jsonl.gz, .parquet or .avro.")
    private List<Path> inputs = List.of();

    @Option(names = "--topic", paramLabel = "T", description = "The history of this topic in place of files.")
    private @Nullable String topic;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "With --topic: a configuration, which says where the brokers and the registry are.")
    private @Nullable Path config;

    @Option(names = "--model", required = true, paramLabel = "M", description = "Name of the model.")
    @SuppressWarnings("NullAway.Init")
    private String model;

    @Option(names = "--version", required = true, paramLabel = "V", description = "Version of the model.")
    @SuppressWarnings("NullAway.Init")
    private String version;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The baseline file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description =
                    "What is expected of the data: our YAML, or a schema of TFDV. What it leaves open is inferred.")
    private @Nullable Path schema;

    @Option(
            names = "--schema-output",
            paramLabel = "FILE",
            description = "Write the schema of the baseline as YAML too, to be curated by hand.")
    private @Nullable Path schemaOutput;

    @Option(
            names = "--window",
            paramLabel = "SIZE",
            defaultValue = "1h",
            description = "Size of the reference windows, such as 1h or 1d; the monitor's, for the best calibration.")
    @SuppressWarnings("NullAway.Init")
    private String window;

    @Option(names = "--from", paramLabel = "TIME", description = "Only rows from this event time on.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only rows before this event time.")
    private @Nullable String to;

    @Option(names = "--bins", paramLabel = "N", defaultValue = "64", description = "Most bins of a numeric feature.")
    private int bins;

    @Option(
            names = "--slices",
            paramLabel = "CONFIG",
            description = "The monitor's configuration: the slices that it watches of this model are counted too.")
    private @Nullable Path slices;

    @Mixin
    private final BaselineColumnOptions columns = new BaselineColumnOptions();

    // The standard one comes with a --version of the program, which would hide the version of the model.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Override
    public Integer call() throws IOException {
        if ((topic == null) == inputs.isEmpty() || (topic == null) != (config == null)) {
            throw new ParameterException(spec.commandLine(), "either --input, or --topic with --config, is needed");
        }
        if (topic == null || config == null) {
            return build(inputs);
        }
        Path fetched = Files.createTempFile("baseline-", ".jsonl.gz");
        try {
            TopicFile.fetch(
                    ConfigFile.read(config).config(),
                    topic,
                    fetched,
                    spec.commandLine().getErr());
            return build(List.of(fetched));
        } finally {
            Files.delete(fetched);
        }
    }

    private int build(List<Path> files) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Duration size = windowSize();
            ColumnRoles roles = columns.roles();
            ColumnTypes types = types(files, err);
            DataContract curated = schema == null ? null : SchemaFiles.read(schema);
            Map<String, FeatureType> given =
                    curated == null || schema == null ? Map.of() : ColumnKinds.of(curated, schema, types.columns());
            TrainingRows rows = TrainingRows.of(files, roles, types, given);
            Baseline baseline = BaselineBuilder.of(model, version, rows.schema())
                    .windowSize(size)
                    .bins(bins)
                    .slices(sliceSpecs())
                    .ages(ages(roles))
                    .build(inRange(rows))
                    .withContract(TrainingSchema.of(files, roles, curated));
            write(baseline);
            BaselineBuildSummary.print(baseline, leftOut(types, roles, rows), roles, output, err);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.OK;
    }

    private static Map<Source, List<String>> ages(ColumnRoles roles) {
        return roles.ages().stream()
                .collect(groupingBy(ColumnRoles.Age::source, mapping(ColumnRoles.Age::name, toList())));
    }

    private List<SliceSpec> sliceSpecs() throws IOException {
        if (slices == null) {
            return List.of();
        }
        try {
            return ConfigFile.read(slices).config().model(model).slices();
        } catch (InvalidConfigException e) {
            throw new IllegalArgumentException(
                    slices + " is no valid configuration, see config check: "
                            + e.problems().get(0).message(),
                    e);
        }
    }

    private EventRows inRange(EventRows rows) {
        TimeRange range = TimeRange.parse(from, to);
        if (range.isAll()) {
            return rows;
        }
        if (columns.roles().eventTime() == null) {
            throw new IllegalArgumentException("--from and --to need --event-time");
        }
        return consumer -> rows.forEach((source, row) -> {
            if (row.hasEventTime() && range.contains(row.eventTimeMs())) {
                consumer.accept(source, row);
            }
        });
    }

    private void write(Baseline baseline) throws IOException {
        BaselineFile.write(output, baseline);
        if (schemaOutput != null) {
            Files.writeString(
                    schemaOutput, baseline.contract().map(SchemaForm::write).orElse(""));
        }
    }

    private Duration windowSize() {
        try {
            return Durations.parse(window);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--window must be a duration such as 1h or 1d, found '%s'".formatted(window), e);
        }
    }

    private static ColumnTypes types(List<Path> files, PrintWriter err) throws IOException {
        err.printf("Reading %d file(s) to learn the types of the columns...%n", files.size());
        ColumnTypes types = ColumnTypes.of(files);
        err.printf(
                "%,d rows of %d columns; counting...%n",
                types.rows(), types.columns().size());
        err.flush();
        return types;
    }

    private static List<String> leftOut(ColumnTypes types, ColumnRoles roles, TrainingRows rows) {
        List<String> leftOut = new ArrayList<>();
        for (String column : types.columns()) {
            if (types.type(column).isEmpty() && rows.schema().feature(column).isEmpty()) {
                leftOut.add(column);
            }
        }
        leftOut.removeAll(roles.ignored());
        return leftOut;
    }
}
