package io.streamgauge.app.cli;

import io.streamgauge.app.compare.ComparedRow;
import io.streamgauge.app.compare.Comparison;
import io.streamgauge.app.compare.ComparisonRows;
import io.streamgauge.app.compare.ReportPage;
import io.streamgauge.app.compare.Settings;
import io.streamgauge.app.compare.TwoFiles;
import io.streamgauge.app.files.ColumnTypes;
import io.streamgauge.app.schema.ColumnKinds;
import io.streamgauge.app.schema.SchemaFiles;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.statistics.comparison.Convention;
import io.streamgauge.statistics.comparison.MetricSpecification;
import io.streamgauge.statistics.inference.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code streamgauge compare}. */
@Command(
        name = "compare",
        header = "Compare the features of two files.",
        description = {
            "Exit code 1 if a feature moved. Files: .csv, .csv.gz, .jsonl, .jsonl.gz, .parquet or .avro.",
            "A metric is NAME or NAME:key=value,key=value, such as psi:bins=10,binning=reference-quantile,zero-fill=1e-4."
        })
public final class CompareCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--reference", required = true, paramLabel = "FILE", description = "What to compare with.")
    @SuppressWarnings("NullAway.Init")
    private Path reference;

    @Option(names = "--current", required = true, paramLabel = "FILE", description = "What may have changed.")
    @SuppressWarnings("NullAway.Init")
    private Path current;

    @Option(
            names = "--metric",
            paramLabel = "NAME[:k=v]",
            description = "Default: effect-size on the baseline's bins, calibrated. Repeatable.")
    private List<String> metrics = List.of();

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            description = "Compute as another tool does: evidently, nannyml, tfdv, deequ, deepchecks, whylogs.")
    private @Nullable String convention;

    @Option(names = "--feature", paramLabel = "F", description = "Default: every column of both files. Repeatable.")
    private List<String> features = List.of();

    @Option(names = "--schema", paramLabel = "FILE", description = "Our YAML, or a schema of TFDV.")
    private @Nullable Path schema;

    @Option(names = "--streaming", description = "Compute from profiles as the service does; default: exactly.")
    private boolean streaming;

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.01",
            description = "Expected share of false findings among the features that moved (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(
            names = "--floor",
            paramLabel = "VALUE",
            description = "Smallest value that matters (default: 0.2 for effect-size, else 0).")
    private @Nullable Double floor;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Write a page with both histograms of each feature.")
    private @Nullable Path report;

    @Option(
            names = "--fail-on",
            paramLabel = "moved|undetectable|never",
            defaultValue = "moved",
            description = "What gives exit code 1 (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private FailOn failOn;

    @Mixin
    private final FormatOption format = new FormatOption();

    /** What counts as a finding. */
    enum FailOn {
        MOVED,
        UNDETECTABLE,
        NEVER;

        boolean includes(Verdict verdict) {
            return switch (this) {
                case MOVED -> verdict == Verdict.MOVED;
                case UNDETECTABLE -> verdict == Verdict.MOVED || verdict == Verdict.UNDETECTABLE;
                case NEVER -> false;
            };
        }
    }

    @Override
    public Integer call() throws IOException {
        List<ComparedRow> rows;
        try {
            Comparison comparison = new Comparison(settings());
            TwoFiles.Content content = new TwoFiles(reference, current, features, types()).read();
            warn(content);
            rows = comparison.compare(content.pairs(), !features.isEmpty());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<String> lines = format.isJson() ? ComparisonRows.json(rows) : ComparisonRows.table(rows);
        lines.forEach(out::println);
        out.flush();
        if (report != null) {
            Files.writeString(report, ReportPage.of(title(), rows));
        }
        return rows.stream().anyMatch(row -> failOn.includes(row.verdict())) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private Settings settings() {
        return new Settings(
                metrics.stream().map(MetricSpecification::parse).toList(),
                convention == null ? null : Convention.named(convention),
                streaming,
                level,
                floor);
    }

    private Map<String, FeatureType> types() throws IOException {
        return schema == null
                ? Map.of()
                : ColumnKinds.of(
                        SchemaFiles.read(schema),
                        schema,
                        ColumnTypes.of(List.of(reference)).columns());
    }

    private void warn(TwoFiles.Content content) {
        PrintWriter err = spec.commandLine().getErr();
        warn(err, "Left out, only in " + reference, content.onlyReference());
        warn(err, "Left out, only in " + current, content.onlyCurrent());
        warn(err, "Left out, as their cells are lists or bytes", content.leftOut());
        String mixed =
                "Taken as categorical, as %s has texts among its numbers (--schema can say that they are numeric)";
        warn(err, mixed.formatted(reference.getFileName()), content.mixed());
        err.flush();
    }

    private static void warn(PrintWriter err, String what, List<String> columns) {
        if (!columns.isEmpty()) {
            err.println(what + ": " + String.join(", ", columns));
        }
    }

    private String title() {
        return "%s compared with %s".formatted(current.getFileName(), reference.getFileName());
    }
}
