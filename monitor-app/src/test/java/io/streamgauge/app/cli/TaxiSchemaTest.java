package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.files.SharedData;
import io.streamgauge.app.service.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trips of Chicago's taxis against the schemas that came with them, and against one of our own. */
class TaxiSchemaTest {
    /** Columns that were added to the trips; the schemas do not know them. */
    private static final Set<String> ADDED = Set.of("row_id", "event_time");

    @TempDir
    private Path directory;

    private Result run(String... arguments) {
        return Result.of(List.of(new BaselineCommand(), new ValidateCommand()), arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "schema_gen,imported.avro",
        "schema_gen,imported.yaml",
        "schema_user_provided,imported.avro",
        "schema_user_provided,imported.yaml"
    })
    void importedSchemaGivesTheVerdictOfItsTool(String schema, String output) throws IOException {
        Path oracle = SharedData.file("oracles/tfdv_real/chicago_taxi_tfx.%s.full_csv.json".formatted(schema));
        Path imported = directory.resolve(output);

        Result taken = run(
                "baseline",
                "import",
                "--tfdv-schema",
                SharedData.file("chicago_taxi/%s.pbtxt".formatted(schema)).toString(),
                "--tfdv-statistics",
                SharedData.file("chicago_taxi/FeatureStats_train.pb").toString(),
                "--output",
                imported.toString());
        assertThat(taken.code()).as(taken.err()).isEqualTo(ExitCode.OK);
        assertThat(taken.out()).contains("payment_type", "profile");
        Result found = run(
                "validate",
                "--schema",
                imported.toString(),
                "--data",
                SharedData.file("chicago_taxi/taxi_trips.csv.gz").toString(),
                "--format",
                "json");

        assertThat(found.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(verdicts(found)).isEqualTo(expected(oracle));
    }

    private static Set<String> verdicts(Result result) throws IOException {
        Set<String> verdicts = new TreeSet<>();
        for (String line : result.out().lines().toList()) {
            JsonNode row = new ObjectMapper().readTree(line);
            if (!ADDED.contains(row.path("feature").asText())) {
                verdicts.add(
                        row.path("feature").asText() + " " + row.path("type").asText());
            }
        }
        return verdicts;
    }

    private static Set<String> expected(Path oracle) throws IOException {
        Set<String> verdicts = new TreeSet<>();
        new ObjectMapper()
                .readTree(Files.readAllBytes(oracle))
                .at("/expected/anomalies")
                .properties()
                .forEach(feature -> feature.getValue()
                        .path("types")
                        .forEach(type -> verdicts.add(feature.getKey() + " " + type.asText())));
        return verdicts;
    }

    @Test
    void schemaOfTheFirstHalfIsOneThatAPersonWouldKeep() throws IOException {
        Path trips = SharedData.file("chicago_taxi/taxi_trips.csv.gz");
        Path half = directory.resolve("half.csv");
        List<String> lines;
        try (var rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(trips)), StandardCharsets.UTF_8))) {
            lines = rows.lines().limit(7502).toList();
        }
        Files.write(half, lines);
        Path yaml = directory.resolve("taxi.yaml");

        Result built = run(
                "baseline",
                "build",
                "--input",
                half.toString(),
                "--model",
                "taxi",
                "--version",
                "1",
                "--window",
                "1d",
                "--event-time",
                "event_time",
                "--id",
                "row_id",
                "--label",
                "tips",
                "--output",
                directory.resolve("taxi.avro").toString(),
                "--schema-output",
                yaml.toString());

        assertThat(built.code()).as(built.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(yaml))
                .contains("environments: [TRAINING, SERVING]")
                .contains("enum: [Cash, Credit Card, ")
                .contains("not-in-environments: [SERVING]")
                .doesNotContain("range:");
        Result same = run("validate", "--schema", yaml.toString(), "--data", half.toString());
        assertThat(same).isEqualTo(new Result(ExitCode.OK, "No anomalies.%n".formatted(), ""));
        assertThat(run(
                        "baseline",
                        "diff",
                        yaml.toString(),
                        directory.resolve("taxi.avro").toString()))
                .isEqualTo(new Result(ExitCode.OK, "No differences.%n".formatted(), ""));
    }
}
