package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class SkewCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private Path rows(String name, String head, int rows, IntFunction<String> row) throws IOException {
        return file(name, head + "\n" + IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n")));
    }

    private static Result skew(Path training, Path serving, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("skew", "--training", training.toString(), "--serving", serving.toString()));
        arguments.addAll(List.of(more));
        return Result.of(List.of(new SkewCommand()), arguments.toArray(String[]::new));
    }

    private static List<JsonNode> json(Result result) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : result.out().lines().toList()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static String counts(Path training, Path serving, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("--id", "id", "--format", "json"));
        options.addAll(List.of(more));
        return json(skew(training, serving, options.toArray(String[]::new))).stream()
                .map(row -> "%s %s/%s/%s/%s"
                        .formatted(
                                row.get("feature").asText(),
                                row.get("match"),
                                row.get("mismatch"),
                                row.get("baseOnly"),
                                row.get("testOnly")))
                .collect(Collectors.joining(" "));
    }

    @Test
    void jsonIsOneObjectForEachFeatureAndNothingElse() throws IOException {
        Path training = file("t.csv", "id,x,y\n1,1,a\n2,2,b\n3,3,\n4,4,d\n");
        Path serving = file("s.csv", "id,x,y\n1,1,a\n2,2.5,b\n3,3,c\n9,9,z\n");

        Result result = skew(training, serving, "--id", "id", "--format", "json");

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        JsonNode x = json(result).get(0);
        assertThat(x.fieldNames())
                .toIterable()
                .containsExactly(
                        "feature",
                        "baseCount",
                        "testCount",
                        "match",
                        "mismatch",
                        "baseOnly",
                        "testOnly",
                        "rate",
                        "upperBound");
        assertThat(x.toString()).startsWith("""
                {"feature":"x","baseCount":3,"testCount":3,"match":2,"mismatch":1,"baseOnly":0,"testOnly":0,"rate":0.33""");
        assertThat(json(result).get(1).get("testOnly").asLong()).isEqualTo(1);
        assertThat(result.err()).contains("3 pair(s) of rows", "training: 4 row(s)", "1 without a counterpart");
    }

    @Test
    void tableNamesTheBug() throws IOException {
        Path training = rows("t.csv", "id,miles,city", 200, i -> i + "," + (100 + i * 7919 % 1009) + ",Rome");
        Path serving = rows("s.csv", "id,miles,city", 200, i -> i + "," + (100 + i * 7919 % 1009) * 1.609344 + ",ROME");

        Result result = skew(training, serving, "--id", "id");

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out()).contains("miles to kilometres", "differs only in upper and lower case");
    }

    @Test
    void equalFilesAreFine() throws IOException {
        Path training = rows("t.csv", "id,x", 100, i -> i + "," + i / 3.0);
        Path serving = rows("s.csv", "x,id", 100, i -> (99 - i) / 3.0 + "," + (99 - i));

        assertThat(skew(training, serving, "--id", "id").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void toleranceIsAbsoluteOrOfTheTrainingValue() throws IOException {
        Path training = file("t.csv", "id,x,y\n1,100,100\n2,100,100\n");
        Path serving = file("s.csv", "id,x,y\n1,101,101\n2,102,102\n");

        assertThat(counts(training, serving)).isEqualTo("x 0/2/0/0 y 0/2/0/0");
        assertThat(counts(training, serving, "--tolerance", "x=1")).isEqualTo("x 1/1/0/0 y 0/2/0/0");
        assertThat(counts(training, serving, "--tolerance", "x=1", "--tolerance", "y=2%"))
                .isEqualTo("x 1/1/0/0 y 2/0/0/0");
    }

    @Test
    void roundingComparesSoManyDecimals() throws IOException {
        Path training = file("t.csv", "id,x\n1,1.12345\n");
        Path serving = file("s.csv", "id,x\n1,1.12456\n");

        assertThat(counts(training, serving, "--round", "2")).isEqualTo("x 1/0/0/0");
        assertThat(counts(training, serving, "--round", "3")).isEqualTo("x 0/1/0/0");
    }

    @Test
    void repeatedIdsAreLeftOutOrAllPaired() throws IOException {
        Path training = file("t.csv", "id,x\n1,1\n1,2\n2,5\n");
        Path serving = file("s.csv", "id,x\n1,1\n1,1\n2,5\n");

        assertThat(counts(training, serving)).isEqualTo("x 1/0/0/0");
        assertThat(counts(training, serving, "--allow-duplicate-ids")).isEqualTo("x 3/2/0/0");
    }

    @Test
    void ignoredColumnsAndIdsOfSeveralColumnsAreNotCompared() throws IOException {
        Path training = file("t.csv", "a,b,x,note\n1,1,5,p\n1,2,6,p\n,1,7,p\n");
        Path serving = file("s.csv", "a,b,x,note\n1,2,6,q\n1,1,5,q\n1,,9,q\n");

        Result result = skew(training, serving, "--id", "a,b", "--ignore", "note", "--format", "json");

        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(json(result))
                .singleElement()
                .satisfies(row -> assertThat(row.get("match").asLong()).isEqualTo(2));
        assertThat(result.err()).contains("1 without an id");
    }

    @Test
    void jsonLinesMayHoldLists() throws IOException {
        Path training = file("t.jsonl", """
                {"id": 1, "tags": ["a", "b"], "n": [1, 2]}
                {"id": 2, "tags": [], "n": [3]}
                {"id": 3, "tags": ["a"]}
                """);
        Path serving = file("s.jsonl", """
                {"id": "1", "tags": ["b", "a", "a"], "n": [1, 2.5]}
                {"id": "2", "tags": null, "n": 3}
                {"id": "3", "tags": "a", "n": []}
                """);

        assertThat(counts(training, serving)).isEqualTo("tags 1/1/0/0 n 1/1/0/0");
        assertThat(counts(training, serving, "--list-as-set", "tags", "--tolerance", "n=0.5"))
                .isEqualTo("tags 2/0/0/0 n 2/0/0/0");
    }

    @Test
    void smallRatesCanBeAllowed() throws IOException {
        Path training = rows("t.csv", "id,x", 100, i -> i + ",1");
        Path serving = rows("s.csv", "id,x", 100, i -> i + (i < 2 ? ",2" : ",1"));

        assertThat(skew(training, serving, "--id", "id", "--fail-on", "2%").code())
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(skew(training, serving, "--id", "id", "--fail-on", "0.021").code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void filesThatHaveNoRowInCommonAreAFinding() throws IOException {
        Result result = skew(file("t.csv", "id,x\n1,1\n"), file("s.csv", "id,x\n2,1\n"), "--id", "id");

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out()).contains("Nothing was compared");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--id no|neither file has a column 'no'; there are id, x",
                "--id id --tolerance x|--tolerance is written FEATURE=0.01 or FEATURE=1%",
                "--id id --tolerance x=-1|a tolerance must be a finite number >= 0",
                "--id id --tolerance z=1|neither file has a column 'z'",
                "--id id --round 16|decimals must be in [0, 15], got 16",
                "--id id --list-as-set z|neither file has a column 'z'",
                "--id id --fail-on 2|--fail-on must be in [0, 1], got 2",
                "--id id --fail-on x|--fail-on is a rate such as 0.01 or 1%, got x",
                "--id id --format xml|xml",
                "--ignore x|--id"
            })
    void mistakesExitWithTwoAndOneLine(String options, String reason) throws IOException {
        Path file = file("t.csv", "id,x\n1,1\n");

        Result result = skew(file, file, options.split(" "));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(reason).doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void brokenFileIsAFailureWithItsPlace() throws IOException {
        Path good = file("t.jsonl", "{\"id\": 1, \"x\": 1}\n");

        Result result = skew(good, file("s.jsonl", "{\"id\": 1}\n{\"id\": \n"), "--id", "id");

        assertThat(result.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(result.err()).contains("s.jsonl, line 2: not JSON").doesNotContain("\tat ");
        assertThat(skew(good, directory.resolve("none.csv"), "--id", "id").err())
                .contains("none.csv: no such file");
    }
}
