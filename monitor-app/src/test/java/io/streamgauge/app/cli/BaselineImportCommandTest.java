package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.contract.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineImportCommandTest {
    private static final String CONSTRAINTS = """
            {"version": 0, "features": [{"name": "n", "inferred_type": "Integral", "completeness": 1.0},
             {"name": "s", "inferred_type": "Unknown", "completeness": 1.0}]}""";
    private static final String STATISTICS = """
            {"version": 0, "dataset": {"item_count": 10}, "features": [
             {"name": "n", "inferred_type": "Integral", "numerical_statistics": {
              "common": {"num_present": 8, "num_missing": 2}, "min": 1, "max": 5,
              "distribution": {"kll": {"buckets": [{"lower_bound": 1, "upper_bound": 5, "count": 8}]}}}}]}""";

    @TempDir
    private Path directory;

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private Result run(String... arguments) {
        var all = new ArrayList<>(List.of("baseline", "import", "--output", output().toString()));
        all.addAll(List.of(arguments));
        return Result.of(List.of(new BaselineCommand()), all.toArray(String[]::new));
    }

    private Path output() {
        return directory.resolve("out.avro");
    }

    @Test
    void statisticsBecomeProfiles() throws IOException {
        Result result = run(
                "--sagemaker-constraints",
                file("c.json", CONSTRAINTS),
                "--sagemaker-statistics",
                file("s.json", STATISTICS),
                "--format",
                "json");

        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.out().lines())
                .containsExactly(
                        "{\"feature\":\"n\",\"taken\":[\"type\",\"presence\",\"profile\"],\"left\":[]}",
                        "{\"feature\":\"s\",\"taken\":[\"type\",\"presence\"],\"left\":[\"inferred_type Unknown\"]}");
        Baseline baseline = BaselineFile.read(output());
        assertThat(baseline.contract()).isPresent();
        assertThat(baseline.features(Source.FEATURES)).singleElement().satisfies(feature -> {
            assertThat(feature.total().count()).isEqualTo(10);
            assertThat(feature.total().missing()).isEqualTo(2);
        });
    }

    @Test
    void withoutStatisticsThereIsASchemaOnly() throws IOException {
        Result result =
                run("--tfdv-schema", file("s.pbtxt", "feature { name: 'n' type: INT annotation { tag: 'x' } }"));

        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("n").contains("annotation");
        assertThat(result.err()).contains("no profiles");
        assertThat(BaselineFile.read(output()).features(Source.FEATURES)).isEmpty();
    }

    @Test
    void contradictionsAreRefusedAllAtOnce() throws IOException {
        Result result = run(
                "--tfdv-schema",
                file(
                        "s.pbtxt",
                        "feature { name: 'n' type: INT int_domain { min: 2 max: 1 } } feature { name: 'e' type: BYTES domain: 'x' }"));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("features.n.range", "features.e.enum");
        assertThat(output()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tfdv-schema", "--great-expectations", "--sagemaker-constraints", "--deequ"})
    void garbageIsOneLineAndExitsWithTwo(String option) throws IOException {
        Result result = run(option, file("garbage", "}{]"));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("garbage").doesNotContain("\tat ");
    }
}
