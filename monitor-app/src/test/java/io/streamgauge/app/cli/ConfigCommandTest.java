package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.config.Defaults;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    @TempDir
    private Path directory;

    private Path good;
    private Path bad;

    @BeforeEach
    void writeConfigurations() throws IOException {
        good = Files.writeString(directory.resolve("good.yaml"), Defaults.document());
        bad = Files.writeString(directory.resolve("bad.yaml"), """
                kafka: { bootstrap.servers: "localhost:9092" }
                schema-registry: { url: nowhere }
                models: { fraud: { baseline: { file: f }, features: { topic: t, latenes: 5m } } }
                """);
    }

    @Test
    void checkSaysOkWithASummary() {
        Result result = run("config", "check", "--config", good.toString());

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("ok: 1 model").contains("my-model.features", "windows 1h", "effect-size");
    }

    @Test
    void checkPrintsNothingButOneJsonObjectForEachProblem() throws IOException {
        Result result = run("config", "check", "--config", bad.toString(), "--format", "json");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEmpty();
        List<JsonNode> problems = new ArrayList<>();
        for (String line : result.out().lines().toList()) {
            problems.add(new ObjectMapper().readTree(line));
        }
        assertThat(problems)
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.fieldNames())
                        .toIterable()
                        .containsExactly("key", "line", "column", "expected", "found", "message"));
        assertThat(problems.get(1).get("key").textValue()).isEqualTo("models.fraud.features.latenes");
        assertThat(problems.get(1).get("line").intValue()).isEqualTo(3);
        assertThat(run("config", "check", "--config", good.toString(), "--format", "json")
                        .out())
                .isEmpty();
    }

    @Test
    void checkSaysWhatIsNotActedOnYet() throws IOException {
        Path limited = Files.writeString(
                directory.resolve("limited.yaml"), Defaults.document().replace("label-delay: off", "label-delay: 1d"));

        assertThat(run("config", "check", "--config", limited.toString()).out().lines())
                .filteredOn(line -> line.startsWith("note: models.my-model.checks"))
                .singleElement()
                .asString()
                .startsWith("note: models.my-model.checks.staleness.label-delay: ");
    }

    @Test
    void missingFileIsBadUsage() {
        Result result = run(
                "config", "check", "--config", directory.resolve("none.yaml").toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("no such file");
    }

    @Test
    void defaultsArePrintedAsTheyAre() {
        assertThat(run("config", "defaults").out()).isEqualTo(Defaults.document());
    }

    @Test
    void checkLooksIntoABaselineThatLiesHere() throws IOException {
        Path baseline = directory.resolve("my-model-baseline.avro");
        BaselineFile.write(baseline, Baseline.of("tips", "1", Duration.ofHours(1), List.of(), List.of()));

        Result result = run("config", "check", "--config", good.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("models.my-model.baseline: this is the baseline of model tips");
    }

    private Path sized() throws IOException {
        var layout = Vocabulary.of(List.of("a", "b"));
        var total = layout.newProfile();
        total.add("a");
        var company = new FeatureBaseline(
                new FeatureSchema("company", Source.FEATURES, FeatureType.CATEGORICAL), layout, total);
        BaselineFile.write(
                directory.resolve("m.avro"), Baseline.of("m", "1", Duration.ofHours(1), List.of(company), List.of()));
        return Files.writeString(directory.resolve("sized.yaml"), """
                application: { id: test }
                kafka: { bootstrap.servers: "localhost:9092" }
                schema-registry: { url: "http://localhost:8081" }
                models:
                  m:
                    baseline: { file: m.avro }
                    features: { topic: m.features, lateness: 2h }
                    windows: [ { size: 1h }, { size: 7d, advance: 1h } ]
                    slices: [ { by: company, top: 2 } ]
                """);
    }

    @Test
    void checkSaysHowLargeProfilesCanGet() throws IOException {
        Result result = run("config", "check", "--config", sized().toString(), "--partitions", "2");

        assertThat(result.out())
                .contains("note: models.m.slices: drift of features is not judged in 3 slice(s)")
                .contains("bound: m features: 1 features x 4 slices x 2 partitions x 4 open panes of 1h")
                .contains("336 blocks of closed panes");
    }

    @Test
    void sizingIsATableOrRows() throws IOException {
        String config = sized().toString();

        assertThat(run("config", "check", "--config", config, "--sizing").out())
                .contains("instances", "changelog in kB/s");
        var row = new ObjectMapper()
                .readTree(run("config", "check", "--config", config, "--sizing", "--format", "json")
                        .out());
        assertThat(row.get("blocks").asInt()).isEqualTo(336);
        assertThat(row.get("slices").asInt()).isEqualTo(4);
        assertThat(row.get("instances").asInt()).isEqualTo(1);
    }

    @Test
    void brokenBaselineIsAFailureInOneLine() throws IOException {
        Files.writeString(directory.resolve("my-model-baseline.avro"), "nothing of the kind");

        Result result = run("config", "check", "--config", good.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err().lines()).hasSize(1);
    }

    private static Result run(String... arguments) {
        return Result.of(List.of(new ConfigCommand()), arguments);
    }
}
