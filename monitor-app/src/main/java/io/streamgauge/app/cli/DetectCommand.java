package io.streamgauge.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.app.detect.Change;
import io.streamgauge.app.detect.ColumnValues;
import io.streamgauge.app.detect.Detection;
import io.streamgauge.app.detect.JointDetection;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.statistics.change.DetectorSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge detect}. */
@Command(
        name = "detect",
        header = "Say where a stream of values changes.",
        description =
                "Reads a column of a file row by row. One result for each drift and each beginning of warnings; index 0"
                        + " is the first row. Rows without a finite number are passed over. Several columns, such as the"
                        + " metrics of a table's columns by the hour, are forecast together by their principal components;"
                        + " the result names those that moved.",
        footerHeading = "%nDetectors, their defaults, and whose rule they follow:%n",
        footer = {
            "  adwin:delta=0.002,clock=32,max-buckets=5,min-window-length=5,grace-period=10,reset=true (river)",
            "  ddm:warm-start=30,warning-threshold=2,drift-threshold=3 (river)",
            "  eddm:warm-start=30,alpha=0.95,beta=0.9 (river)",
            "  hddm-a:drift-confidence=0.001,warning-confidence=0.005,two-sided-test=false (river)",
            "  hddm-w:drift-confidence=0.001,warning-confidence=0.005,lambda-val=0.05,two-sided-test=false (river)",
            "  page-hinkley:min-instances=30,delta=0.005,threshold=50,alpha=0.9999,mode=both (river 0.15+)",
            "  cusum:min-instances=30,delta=0.005,threshold=50,alpha=1,mode=up (frouros)",
            "  kswin:alpha=0.005,window-size=100,stat-size=30 (deterministic, after river)",
            "  holt-winters:period=24,season=additive,damped=true,cycles=4,confidence=0.001,run=3"
                    + " (Holt and Winters, smoothing fitted)",
            "  seasonal-naive:period=24,cycles=4,confidence=0.001,run=3 (Hyndman and Athanasopoulos)",
            "The last two are for a series with a season, such as the metric of each hour: they learn from the first cycles,"
                    + " then a value outside of its prediction interval is a warning, and so many in a row are a drift.",
            "ddm and eddm take 0 (right) and 1 (wrong), hddm-a and hddm-w 0 to 1, the others any number."
        })
public final class DetectCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--detector",
            required = true,
            paramLabel = "NAME[:k=v,...]",
            converter = DetectorConverter.class,
            description = "The detector, such as adwin or ddm:warm-start=100,drift-threshold=4.0.")
    @SuppressWarnings("NullAway.Init")
    private DetectorSettings detector;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "The data: .csv, .csv.gz, .jsonl, .jsonl.gz, .parquet or .avro.")
    @SuppressWarnings("NullAway.Init")
    private Path input;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Columns columns;

    @Option(
            names = "--share",
            paramLabel = "S",
            defaultValue = "0.9",
            description =
                    "Of --columns: the share of their variance that the components must explain (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description =
                    "json: {\"index\",\"level\":\"warning|drift\"} a line, nothing if there is no change; of --columns"
                            + " with \"moved\": [{\"column\",\"expected\",\"observed\",\"surprise\"}].")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Option(
            names = "--fail-on",
            paramLabel = "warning|drift|never",
            defaultValue = "drift",
            description = "From which level on to exit with 1 (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private FailOnChange failOn;

    /** One column, or several that are taken together. */
    private static final class Columns {
        @Option(
                names = "--column",
                required = true,
                paramLabel = "C",
                description = "The column; false and true count as 0 and 1.")
        private @Nullable String one;

        @Option(
                names = "--columns",
                required = true,
                split = ",",
                paramLabel = "C",
                description = "Columns that are taken together; for holt-winters and seasonal-naive.")
        private @Nullable List<String> together;
    }

    @Override
    public Integer call() throws IOException {
        try {
            List<String> together = columns.together;
            return together == null ? one(Objects.requireNonNull(columns.one)) : together(together);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int one(String column) throws IOException {
        var detection = new Detection(detector);
        try (ColumnValues values = ColumnValues.open(input, List.of(column))) {
            detection.run(values, format == OutputFormat.JSON ? this::printJson : this::printRow);
        }
        if (format == OutputFormat.TABLE) {
            summarise(detection, column);
        } else if (detection.skipped() > 0) {
            spec.commandLine().getErr().printf("%,d row(s) without a finite number%n", detection.skipped());
        }
        return code(detection.warnings(), detection.drifts());
    }

    private int together(List<String> names) throws IOException {
        var detection = new JointDetection(detector, share);
        PrintWriter out = spec.commandLine().getOut();
        try (ColumnValues values = ColumnValues.open(input, names)) {
            detection.run(
                    values,
                    change -> out.println(
                            format == OutputFormat.JSON ? JointChanges.json(change) : JointChanges.line(change)));
        }
        if (format == OutputFormat.TABLE) {
            out.printf(
                    "%,d drift(s), %,d run(s) of warnings in %,d rows of %d columns%n",
                    detection.drifts(), detection.warnings(), detection.rows(), names.size());
            out.printf("by %s (%s)%n", detector.specification(), detector.variant());
        }
        out.flush();
        return code(detection.warnings(), detection.drifts());
    }

    private int code(long warnings, long drifts) {
        return failOn.met(warnings, drifts) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void printJson(Change change) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("index", change.index()).put("level", change.level().word());
        spec.commandLine().getOut().println(row);
    }

    private void printRow(Change change) {
        spec.commandLine()
                .getOut()
                .printf("%-7s  row %-10d  value %s%n", change.level().word(), change.index(), change.value());
    }

    private void summarise(Detection detection, String column) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%,d drift(s), %,d run(s) of warnings in %,d values of %s, %,d row(s) passed over%n",
                detection.drifts(), detection.warnings(), detection.values(), column, detection.skipped());
        out.printf("by %s (%s)%n", detector.specification(), detector.variant());
        out.println(detection.picture().bars());
        if (detection.drifts() > 0) {
            out.println(detection.picture().marks());
        }
        out.printf("one bar is the mean of %,d value(s)%n", detection.picture().stretch());
        out.flush();
    }
}
