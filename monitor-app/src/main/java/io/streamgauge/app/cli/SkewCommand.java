package io.streamgauge.app.cli;

import io.streamgauge.app.service.ExitCode;
import io.streamgauge.app.skew.FileSkew;
import io.streamgauge.app.skew.SkewAnswer;
import io.streamgauge.app.skew.SkewQuestion;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.Pairing;
import io.streamgauge.checks.valueskew.Tolerance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge skew}. */
@Command(
        name = "skew",
        header = "Compare the rows of serving with the same rows of training, value by value.",
        description = {
            "Files: CSV, JSON lines (both also .gz), Parquet, Avro. An empty cell, null and a key that"
                    + " is not there are absent. The rate is the share of pairs of rows that differ in a feature, or of"
                    + " which only one has it; the upper bound is that of Clopper and Pearson at 95%.",
            "Ends with 1 if a feature differs (see --fail-on), or if no row of one file belongs to a row of the other."
        })
public final class SkewCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--serving", required = true, paramLabel = "FILE", description = "The rows as serving saw them.")
    @SuppressWarnings("NullAway.Init")
    private Path serving;

    @Option(names = "--training", required = true, paramLabel = "FILE", description = "The rows as training has them.")
    @SuppressWarnings("NullAway.Init")
    private Path training;

    @Option(
            names = "--id",
            required = true,
            split = ",",
            paramLabel = "COL",
            description = "Columns that say which rows belong together.")
    private List<String> identifiers = List.of();

    @Option(
            names = "--tolerance",
            paramLabel = "FEATURE=ABS|REL%",
            description = "Numbers so close are the same: 0.01, or 1%% of the training value.")
    private List<String> tolerances = List.of();

    @Option(
            names = "--round",
            paramLabel = "DIGITS",
            description = "Numbers that are the same after rounding to so many decimals are the same.")
    private @Nullable Integer digits;

    @Option(
            names = "--list-as-set",
            split = ",",
            paramLabel = "COL",
            description = "Lists in these columns have no order and no repetition.")
    private List<String> listsAsSets = List.of();

    @Option(
            names = "--allow-duplicate-ids",
            description = "Pair all rows that share an id. Without it an id that a file has twice is left out.")
    private boolean allowDuplicates;

    @Option(names = "--ignore", split = ",", paramLabel = "COL", description = "Columns not to compare.")
    private List<String> ignored = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "RATE",
            description =
                    "End with 1 only if a feature differs in at least this share of the pairs, such as 0.01 or 1%%."
                            + " Default: any difference.")
    private @Nullable String failOn;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Override
    public Integer call() throws IOException {
        SkewAnswer answer;
        double least;
        try {
            least = failOn == null ? 0 : rate(failOn);
            answer = FileSkew.of(question());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (format.isJson()) {
            answer.features().forEach(each -> out.println(SkewJson.line(each)));
            SkewTable.rows(answer).forEach(err::println);
        } else {
            SkewTable.lines(answer).forEach(out::println);
        }
        out.flush();
        boolean skewed = answer.features().stream().anyMatch(each -> isFinding(each.counts(), least));
        return skewed || answer.comparedNothing() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static boolean isFinding(FeatureCounts counts, double least) {
        return counts.differing() > 0 && counts.rate() >= least;
    }

    private SkewQuestion question() {
        Map<String, Tolerance> byFeature = new LinkedHashMap<>();
        for (String each : tolerances) {
            // The last one: names of columns may hold any character, numbers hold none.
            int equals = each.lastIndexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("--tolerance is written FEATURE=0.01 or FEATURE=1%, got " + each);
            }
            byFeature.put(each.substring(0, equals), Tolerance.parse(each.substring(equals + 1)));
        }
        return new SkewQuestion(
                training,
                serving,
                identifiers,
                Set.copyOf(ignored),
                byFeature,
                digits,
                Set.copyOf(listsAsSets),
                allowDuplicates ? Pairing.ALL : Pairing.UNIQUE_IDENTIFIERS);
    }

    private static double rate(String text) {
        boolean percent = text.endsWith("%");
        try {
            double rate =
                    percent ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100 : Double.parseDouble(text);
            if (rate >= 0 && rate <= 1) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--fail-on is a rate such as 0.01 or 1%, got " + text, e);
        }
        throw new IllegalArgumentException("--fail-on must be in [0, 1], got " + text);
    }
}
