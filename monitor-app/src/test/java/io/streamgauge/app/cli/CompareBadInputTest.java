package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.statistics.comparison.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd columns, for every metric there is: a defined answer, no NaN in it, and never a silent "nothing moved". */
class CompareBadInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 120;

    @TempDir
    Path directory;

    private Path column(String name) throws IOException {
        String cells = IntStream.range(0, name.equals("one") ? 1 : ROWS)
                .mapToObj(i -> switch (name) {
                    case "numbers" -> Double.toString(i * 7919 % 1009 / 1009.0);
                    case "missing" -> "";
                    case "constant" -> "5";
                    case "texts" -> "u" + i % 4;
                    case "not-a-number" -> "NaN";
                    case "infinite" -> i % 2 == 0 ? "inf" : "-inf";
                    case "enormous" -> i % 2 == 0 ? "1e308" : "-1e308";
                    case "some-odd" ->
                        List.of("NaN", "", "n/a", "-inf", "0.5", "0.25").get(i % 6);
                    case "one" -> "0.5";
                    default -> throw new IllegalArgumentException(name);
                })
                .map(cell -> cell + ",1\n")
                .collect(Collectors.joining());
        return Files.writeString(directory.resolve(name + ".csv"), "x,row\n" + cells);
    }

    private List<JsonNode> rows(String reference, String current, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "compare",
                "--reference",
                column(reference).toString(),
                "--current",
                column(current).toString(),
                "--format",
                "json"));
        for (String metric : Metrics.names()) {
            boolean ofCategories = metric.equals("l-infinity") || metric.equals("normalized-absolute-difference");
            arguments.addAll(List.of("--metric", ofCategories ? metric + ":binning=baseline,missing=bin" : metric));
        }
        arguments.addAll(List.of(more));
        Result result = Result.of(List.of(new CompareCommand()), arguments.toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isIn(ExitCode.OK, ExitCode.FINDINGS);
        assertThat(result.out()).doesNotContain("NaN").doesNotContain("Infinity");
        List<JsonNode> rows = new ArrayList<>();
        for (String line : result.out().lines().toList()) {
            JsonNode row = JSON.readTree(line);
            if (row.get("feature").asText().equals("x")) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static void assertDefined(JsonNode row) {
        JsonNode p = row.get("pValue");
        assertThat(p.isNull() || (p.asDouble() >= 0 && p.asDouble() <= 1))
                .as(row.toString())
                .isTrue();
        if (row.get("value").isNull() && p.isNull()) {
            assertThat(row.get("verdict").asText()).as(row.toString()).isEqualTo("NOT_ENOUGH_DATA");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "numbers, missing",
        "numbers, constant",
        "numbers, texts",
        "numbers, not-a-number",
        "numbers, infinite",
        "constant, numbers",
        "missing, numbers"
    })
    void columnsWithNothingInCommonAreNeverSteady(String reference, String current) throws IOException {
        for (String form : List.of("--fail-on=moved", "--streaming")) {
            List<JsonNode> rows = rows(reference, current, form);

            assertThat(rows).hasSize(Metrics.names().size());
            assertThat(rows).allSatisfy(row -> {
                assertDefined(row);
                assertThat(row.get("verdict").asText()).as(row.toString()).isNotEqualTo("STEADY");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "numbers, one",
        "one, numbers",
        "one, one",
        "numbers, some-odd",
        "numbers, enormous",
        "enormous, enormous"
    })
    void oddColumnsHaveADefinedAnswer(String reference, String current) throws IOException {
        for (String form : List.of("--fail-on=moved", "--streaming")) {
            assertThat(rows(reference, current, form)).allSatisfy(CompareBadInputTest::assertDefined);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers", "constant", "not-a-number", "infinite", "enormous"})
    void aColumnNeverMovedAgainstItself(String name) throws IOException {
        assertThat(rows(name, name))
                .allSatisfy(row -> assertThat(row.get("verdict").asText())
                        .as(row.toString())
                        .isNotEqualTo("MOVED"));
    }

    @Test
    void textsAmongTheNumbersOfTheReferenceAreSaidAloud() throws IOException {
        Result result = Result.of(
                List.of(new CompareCommand()),
                "compare",
                "--reference",
                column("some-odd").toString(),
                "--current",
                column("numbers").toString());

        assertThat(result.err())
                .isEqualTo(
                        "Taken as categorical, as some-odd.csv has texts among its numbers (--schema can say that they are"
                                + " numeric): x" + System.lineSeparator());
    }
}
