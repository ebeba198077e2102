package io.streamgauge.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.files.SharedData;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        List<String> line = new ArrayList<>(List.of("baseline"));
        line.addAll(List.of(arguments));
        return CommandTree.run(
                List.of(new BaselineCommand()),
                line.toArray(String[]::new),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    private int build(Path input, String... more) {
        List<String> arguments = new ArrayList<>(List.of("build", "--input", input.toString(), "--model", "m"));
        arguments.addAll(List.of("--version", "1", "--output", output().toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Path output() {
        return directory.resolve("m.baseline");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(directory.resolve("train.csv"), text);
    }

    @Test
    void builtBaselineIsShownAsTableAndAsJson() throws IOException {
        Path input = csv("when,x,word\n2001-01-01,1,a\n2001-01-01 01:30,2,b\n2001-01-01 03:00,,a\n");

        assertThat(build(input, "--event-time", "when")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8))
                .contains("features: 2 column(s), 4 window(s) of 1h")
                .contains("Wrote baseline");

        assertThat(run("show", output().toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8))
                .contains(
                        "features: 4 windows of 1h from 2001-01-01T00:00:00Z to 2001-01-01T04:00:00Z, 1 of them empty")
                .containsPattern("features +x +numeric +3 +1 +min 1, mean 1.500, max 2")
                .containsPattern("features +word +categorical +3 +0 +a 66.7%, b 33.3% +\u2588\u2584");

        assertThat(run("show", output().toString(), "--format", "json")).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.get("id").asText())
                .isEqualTo(BaselineFile.read(output()).id());
    }

    @Test
    void theSlicesOfAConfigurationAreCounted() throws IOException {
        Path config = Files.writeString(directory.resolve("monitor.yaml"), """
                application: { id: test }
                kafka: { bootstrap.servers: "localhost:9092" }
                schema-registry: { url: "http://localhost:8081" }
                models:
                  m:
                    baseline: { file: m.avro }
                    features: { topic: m.features }
                    slices: [ { by: word, top: 1 }, { name: large, when: 'x > 1', within: word } ]
                """);
        Path input = csv("x,word\n1,a\n2,b\n,a\n3,a\n");

        assertThat(build(input, "--slices", config.toString())).isEqualTo(ExitCode.OK);
        assertThat(BaselineFile.read(output()).slices(Source.FEATURES))
                .extracting(slice -> slice.slice() + " " + slice.totals().get(0).count())
                .containsExactly("word=a 3", "word=(other) 1", "word=a/large 1", "word=(other)/large 1");
        assertThat(err.toString(UTF_8)).contains("4 slice(s)");

        assertThat(build(input, "--slices", input.toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void helpIsPrintedThoughTheVersionIsTheModels() {
        assertThat(run("build", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("--version=V", "--prediction-score=COL", "--window=SIZE");
    }

    @Test
    void everyMistakeOfTheSchemaIsListed() throws IOException {
        Path schema = Files.writeString(
                directory.resolve("schema.yaml"), "features:\n  x: {type: number}\n  word: {type: boolean, max: 3}\n");

        assertThat(build(csv("x,word\n1,a\n"), "--schema", schema.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8))
                .contains("schema.yaml:2:", "features.x.type: expected one of integer, float, text")
                .contains("schema.yaml:3:", "features.word.max: unknown key");
        assertThat(output()).doesNotExist();
    }

    @Test
    void featureOfTheSchemaThatNoColumnHasIsNamed() throws IOException {
        Path schema = Files.writeString(directory.resolve("schema.yaml"), "features: {words: {type: categorical}}");

        assertThat(build(csv("x,word\n1,a\n"), "--schema", schema.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("features.words: no column has this name; did you mean \"word\"?");
    }

    @Test
    void schemaDecidesTheType() throws IOException {
        Path schema = Files.writeString(directory.resolve("schema.yaml"), "features: {x: {type: categorical}}\n");

        assertThat(build(csv("x\n1\n2\n"), "--schema", schema.toString())).isEqualTo(ExitCode.OK);
        assertThat(BaselineFile.read(output()).features(Source.FEATURES).get(0).total())
                .isInstanceOf(CategoricalProfile.class);
    }

    @Test
    void mistakesOfTheUserExitWithTwoAndOneLine() throws IOException {
        Path input = csv("x\n1\n");

        assertThat(build(input, "--label", "y")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8))
                .contains("no column named y; there are x")
                .doesNotContain("\tat ");
        assertThat(build(input, "--window", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(build(input, "--bins", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(build(input, "--threshold", "0.5")).isEqualTo(ExitCode.USAGE);
        assertThat(build(csv("x\n"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("at least one row");
        assertThat(run("build")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void brokenFilesExitWithThreeAndOneLine() throws IOException {
        assertThat(build(csv("x,y\n1,2\n3\n"))).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString(UTF_8)).contains("train.csv, line 3: ").doesNotContain("\tat ");
        assertThat(run("show", csv("x\n").toString())).isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString(UTF_8)).contains("is not a baseline file");
    }

    @Test
    void taxiTripsBecomeABaselineWithTheNumbersOfTheOriginal() throws IOException {
        Path trips = SharedData.file("chicago_taxi/taxi_trips.csv.gz");

        int exit = build(
                trips,
                "--event-time",
                "event_time",
                "--id",
                "row_id",
                "--window",
                "1d",
                "--ignore",
                "trip_start_timestamp",
                "--label",
                "tips");

        assertThat(exit).isEqualTo(ExitCode.OK);
        Baseline baseline = BaselineFile.read(output());
        assertThat(total(baseline, "company").missing()).isEqualTo(5140);
        assertThat(total(baseline, "trip_seconds").missing()).isEqualTo(6);
        assertThat(total(baseline, "dropoff_census_tract").missing()).isEqualTo(4241);
        assertThat(total(baseline, "payment_type").count()).isEqualTo(15_002);
        assertThat(total(baseline, "payment_type")).isInstanceOf(CategoricalProfile.class);
        assertThat(baseline.windows(Source.FEATURES)).hasSize(1460);
        assertThat(baseline.windows(Source.FEATURES).stream()
                        .mapToLong(window -> window.count())
                        .sum())
                .isEqualTo(15_002);
        assertThat(baseline.features(Source.LABELS)).hasSize(1);
    }

    @Test
    void churnBaselineHasExactMeansAndNoWindows() throws IOException {
        Path churn = SharedData.file("sagemaker_churn/training_baseline.csv.gz");

        assertThat(build(churn, "--label", "Churn")).isEqualTo(ExitCode.OK);
        Baseline baseline = BaselineFile.read(output());
        assertThat(baseline.features(Source.FEATURES)).hasSize(69);
        assertThat(baseline.windows(Source.FEATURES)).isEmpty();
        assertThat(((NumericProfile) total(baseline, "label")).mean()).isCloseTo(0.1393, Offset.offset(0.002));
        assertThat(run("show", output().toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8)).contains("no windows: the training data had no event times");
    }

    private static Profile total(Baseline baseline, String feature) {
        for (Source source : Source.values()) {
            for (var each : baseline.features(source)) {
                if (each.schema().name().equals(feature)) {
                    return each.total();
                }
            }
        }
        throw new AssertionError("no feature " + feature);
    }
}
