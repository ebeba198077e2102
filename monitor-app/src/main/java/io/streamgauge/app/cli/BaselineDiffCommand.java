package io.streamgauge.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.files.BrokenFileException;
import io.streamgauge.app.schema.SchemaFiles;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.baseline.InvalidBaselineException;
import io.streamgauge.schemas.form.SchemaDifference;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code streamgauge baseline diff}. */
@Command(
        name = "diff",
        header = "Show in what two data schemas differ.",
        description = "A and B: our YAML, schemas of TFDV, or baselines. Exits with 1 if they differ.")
public final class BaselineDiffCommand implements Callable<Integer> {
    private static final int LONGEST_VALUE = 60;

    /** What gives the exit code for findings. */
    enum FailOn {
        CHANGE,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "The schema before.")
    @SuppressWarnings("NullAway.Init")
    private Path before;

    @Parameters(index = "1", paramLabel = "B", description = "The schema after.")
    @SuppressWarnings("NullAway.Init")
    private Path after;

    @Option(
            names = "--fail-on",
            paramLabel = "change|never",
            defaultValue = "change",
            description = "What exits with 1.")
    @SuppressWarnings("NullAway.Init")
    private FailOn failOn;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one object a row.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Override
    public Integer call() throws IOException {
        List<SchemaDifference> differences = differences();
        PrintWriter out = spec.commandLine().getOut();
        if (format == OutputFormat.JSON) {
            for (SchemaDifference difference : differences) {
                out.println(json(difference));
            }
        } else {
            table(differences).forEach(out::println);
        }
        out.flush();
        return failOn == FailOn.CHANGE && !differences.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private List<SchemaDifference> differences() throws IOException {
        try {
            return SchemaDifference.between(SchemaFiles.readAsItIs(before), SchemaFiles.readAsItIs(after));
        } catch (BrokenMessageException | BrokenFileException | InvalidBaselineException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String> table(List<SchemaDifference> differences) {
        if (differences.isEmpty()) {
            return List.of("No differences.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("change", "path", "before", "after"));
        for (SchemaDifference difference : differences) {
            rows.add(List.of(
                    difference.change(),
                    TextTable.safe(difference.path()),
                    shown(difference.before()),
                    shown(difference.after())));
        }
        return TextTable.aligned(rows);
    }

    private static String shown(@Nullable Object value) {
        String text = value == null ? "-" : TextTable.safe(value.toString());
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 3) + "...";
    }

    private static String json(SchemaDifference difference) throws JsonProcessingException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("path", difference.path());
        row.put("change", difference.change());
        row.put("before", difference.before());
        row.put("after", difference.after());
        return new ObjectMapper().writeValueAsString(row);
    }
}
