package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.service.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private Path csv(String name, String head, int rows, IntFunction<String> line) throws IOException {
        String body = IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining("\n"));
        return Files.writeString(directory.resolve(name), head + "\n" + body + (rows > 0 ? "\n" : ""));
    }

    private static Result compare(Path reference, Path current, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("compare", "--reference", reference.toString(), "--current", current.toString()));
        arguments.addAll(List.of(more));
        return Result.of(List.of(new CompareCommand()), arguments.toArray(String[]::new));
    }

    private static JsonNode only(Result result) throws IOException {
        assertThat(result.out().lines()).as(result.err()).hasSize(1);
        assertThat(result.out()).doesNotContain("NaN").doesNotContain("Infinity");
        return JSON.readTree(result.out());
    }

    private Path numbers(String name, double shift) throws IOException {
        return csv(name, "x,word", 1000, i -> (i * 7919 % 1009) / 1009.0 + shift + "," + (i % 3 == 0 ? "a" : "b"));
    }

    @Test
    void equalFilesAreSteady() throws IOException {
        Result result = compare(numbers("r.csv", 0), numbers("c.csv", 0), "--format", "json");

        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.out().lines()).hasSize(2).allMatch(line -> line.contains("\"verdict\":\"STEADY\""));
        assertThat(JSON.readTree(result.out().lines().findFirst().orElseThrow()).fieldNames())
                .toIterable()
                .containsExactly(
                        "feature",
                        "type",
                        "metric",
                        "convention",
                        "value",
                        "pValue",
                        "threshold",
                        "verdict",
                        "detectableEffect",
                        "nReference",
                        "nCurrent");
    }

    @Test
    void whatMovedComesFirstAndFailsTheCommand() throws IOException {
        Path report = directory.resolve("report.html");
        Result result = compare(numbers("r.csv", 0), numbers("c.csv", 0.4), "--report", report.toString());

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out().lines().skip(1).findFirst().orElseThrow())
                .startsWith("x ")
                .contains("effect-size", "MOVED", "1000/1000", "|");
        assertThat(result.out()).contains("1 of 2 moved");
        assertThat(Files.readString(report))
                .contains("<svg", "<td class=\"v MOVED\">moved</td>")
                .doesNotContain("http://");
        assertThat(compare(directory.resolve("r.csv"), directory.resolve("c.csv"), "--fail-on", "never")
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void reportEscapesNamesAndValues() throws IOException {
        Path file = csv("r.csv", "<script>alert(1)</script>", 50, i -> "<img src=x>");
        Path report = directory.resolve("report.html");
        compare(file, file, "--report", report.toString());

        assertThat(Files.readString(report))
                .contains("&lt;script&gt;", "&lt;img src=x&gt;")
                .doesNotContain("<script", "<img");
    }

    @Test
    void specificationIsRepeatedAsGiven() throws IOException {
        Path file = numbers("r.csv", 0);
        JsonNode row = only(compare(
                file,
                numbers("c.csv", 0.1),
                "--metric",
                "psi:bins=10,binning=reference-quantile,zero-fill=1e-4",
                "--feature",
                "x",
                "--format",
                "json"));

        assertThat(row.get("metric").asText()).isEqualTo("psi:bins=10,binning=reference-quantile,zero-fill=1e-4");
        assertThat(row.get("value").isNumber()).isTrue();
        assertThat(row.get("threshold").isNumber()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--metric psy|no metric is named 'psy'",
                "--metric psi:bin=3|psi has no parameter 'bin'",
                "--metric l-infinity --feature x|is for categorical features",
                "--metric ks --feature word|is for numeric features",
                "--feature y|has no column 'y'; it has x, word",
                "--convention alibi|no convention is named 'alibi'",
                "--convention tfdv --metric ks|the convention tfdv has",
                "--metric e-process:floor=2|floor",
                "--level 2|level must be between 0 and 1"
            })
    void mistakesExitWithTwoAndOneLine(String options, String reason) throws IOException {
        Result result = compare(numbers("r.csv", 0), numbers("c.csv", 0), options.split(" "));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(reason).doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
    }

    /** The evidence of the current file as the only window: ln of an e-value, whose inverse is the p-value. */
    @Test
    void anEProcessOfTwoFilesIsTheEvidenceOfOneWindow() throws IOException {
        Path reference = numbers("r.csv", 0);
        List<String> options = List.of("--metric", "e-process", "--feature", "x", "--format", "json");

        JsonNode same = only(compare(reference, numbers("s.csv", 0), options.toArray(String[]::new)));
        assertThat(same.get("verdict").asText()).isEqualTo("STEADY");
        assertThat(same.get("value").asDouble()).isZero();
        JsonNode moved = only(compare(reference, numbers("c.csv", 0.4), options.toArray(String[]::new)));
        assertThat(moved.get("verdict").asText()).isEqualTo("MOVED");
        assertThat(moved.get("pValue").asDouble())
                .isEqualTo(Math.exp(-moved.get("value").asDouble()), within(1e-9))
                .isLessThan(0.001);
    }

    @Test
    void metricThatFitsSomeFeaturesComparesThose() throws IOException {
        JsonNode row =
                only(compare(numbers("r.csv", 0), numbers("c.csv", 0), "--metric", "l-infinity", "--format", "json"));

        assertThat(row.get("feature").asText()).isEqualTo("word");
    }

    @Test
    void filesWithoutRowsOrCommonColumnsAreRefused() throws IOException {
        Path good = numbers("r.csv", 0);

        assertThat(compare(good, csv("e.csv", "x", 0, i -> "")).err()).contains("e.csv has no rows");
        assertThat(compare(good, csv("o.csv", "y", 3, i -> "1")).err()).contains("no column in common");
        assertThat(compare(good, Files.createFile(directory.resolve("n.csv"))).code())
                .isEqualTo(ExitCode.FAILURE);
        assertThat(compare(good, csv("p.csv", "x,z", 100, i -> i + ",1")).err())
                .contains("only in", "r.csv: word")
                .contains("p.csv: z");
    }

    @Test
    void oddColumnsHaveADefinedAnswer() throws IOException {
        Path reference = csv("r.csv", "x", 200, i -> Integer.toString(i));

        assertThat(verdict(reference, csv("null.csv", "x,y", 200, i -> ",1"))).isEqualTo("MOVED");
        assertThat(verdict(reference, csv("text.csv", "x", 200, i -> i < 100 ? "n/a" : Integer.toString(i))))
                .isEqualTo("MOVED");
        assertThat(verdict(reference, csv("nan.csv", "x", 200, i -> i < 100 ? "NaN" : "inf")))
                .isEqualTo("MOVED");
        assertThat(verdict(reference, csv("one.csv", "x", 1, i -> "7"))).isEqualTo("NOT_ENOUGH_DATA");
        assertThat(verdict(csv("k.csv", "x", 2000, i -> "5"), csv("l.csv", "x", 2000, i -> "5")))
                .isEqualTo("STEADY");
        assertThat(verdict(directory.resolve("k.csv"), csv("m.csv", "x", 2000, i -> "8")))
                .isEqualTo("MOVED");
    }

    private static String verdict(Path reference, Path current) throws IOException {
        return only(compare(reference, current, "--feature", "x", "--format", "json"))
                .get("verdict")
                .asText();
    }

    @Test
    void undefinedNumbersAreNull() throws IOException {
        Path empty = csv("e.csv", "x,y", 200, i -> ",1");
        JsonNode row = only(compare(
                empty,
                csv("r.csv", "x,y", 200, i -> i + ",1"),
                "--feature",
                "x",
                "--metric",
                "ks",
                "--format",
                "json"));

        assertThat(row.get("value").isNull()).isTrue();
        assertThat(row.get("pValue").isNull()).isTrue();
        assertThat(row.get("verdict").asText()).isEqualTo("NOT_ENOUGH_DATA");
    }

    @Test
    void conventionsHaveTheirMetricsAndLimits() throws IOException {
        Path reference = numbers("r.csv", 0);
        Path current = numbers("c.csv", 0.2);

        JsonNode evidently =
                only(compare(reference, current, "--convention", "evidently", "--feature", "x", "--format", "json"));
        assertThat(evidently.get("metric").asText()).isEqualTo("ks");
        assertThat(evidently.get("threshold").asDouble()).isEqualTo(0.05);
        assertThat(evidently.get("convention").asText()).startsWith("evidently:");
        for (String convention : List.of("nannyml", "tfdv", "deequ", "deepchecks", "whylogs")) {
            assertThat(compare(reference, current, "--convention", convention).code())
                    .as(convention)
                    .isEqualTo(ExitCode.FINDINGS);
        }
    }
}
