package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.service.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineDiffCommandTest {
    @TempDir
    private Path directory;

    private Result diff(String... more) throws IOException {
        Path before = Files.writeString(
                directory.resolve("a.yaml"), "features: {f: {type: float, range: {max: 1}}, g: {type: text}}");
        Path after = Files.writeString(
                directory.resolve("b.pbtxt"), "feature { name: 'f' type: FLOAT float_domain { max: 2 } }");
        var arguments = new ArrayList<>(List.of("baseline", "diff", before.toString(), after.toString()));
        arguments.addAll(List.of(more));
        return Result.of(List.of(new BaselineCommand()), arguments.toArray(String[]::new));
    }

    @Test
    void eachDifferenceIsARowWhateverTheFormOfTheFiles() throws IOException {
        Result result = diff("--format", "json");

        assertThat(result.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out().lines())
                .containsExactly(
                        "{\"path\":\"features.f.range.max\",\"change\":\"changed\",\"before\":1.0,\"after\":2.0}",
                        "{\"path\":\"features.g\",\"change\":\"removed\",\"before\":{\"type\":\"text\"},\"after\":null}");
    }

    @Test
    void tableAndExitCodeAreForPeople() throws IOException {
        Result result = diff("--fail-on", "never");

        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("changed", "features.f.range.max", "1.0", "2.0");
    }

    @Test
    void fileThatIsNoSchemaExitsWithTwo() throws IOException {
        Result result = Result.of(List.of(new BaselineCommand()), "baseline", "diff", "nothing.yaml", "nothing.yaml");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("nothing.yaml: no such file");
    }
}
