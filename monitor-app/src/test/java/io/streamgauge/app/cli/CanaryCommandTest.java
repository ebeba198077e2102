package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.canary.CanaryOptions;
import io.streamgauge.app.canary.CanaryResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<CanaryOptions> asked = new ArrayList<>();
    private CanaryResult result = new CanaryResult("m", "t", 3, List.of(700L, 400L, 900L), List.of());

    @TempDir
    private Path dir;

    private Path config;

    @BeforeEach
    void configure() throws IOException {
        config = Files.writeString(dir.resolve("m.yaml"), """
                kafka: { bootstrap.servers: "localhost:1" }
                schema-registry: { url: "http://localhost:2" }
                models: { m: { baseline: { file: m.baseline }, features: { topic: t } } }
                """);
    }

    private int run(String... more) {
        List<String> args = new ArrayList<>(List.of("canary", "--config", config.toString()));
        args.addAll(Arrays.asList(more));
        return CommandTree.run(
                List.of(new CanaryCommand((file, options) -> {
                    asked.add(options);
                    return List.of(result);
                })),
                args.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void whatCameInTimeIsFineAndItsLatenciesAreTold() {
        assertThat(run("--count", "3", "--deadline", "1m", "--format", "json")).isZero();

        assertThat(asked).containsExactly(new CanaryOptions(null, 3, Duration.ofMinutes(1)));
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo(
                        "{\"model\":\"m\",\"topic\":\"t\",\"sent\":3,\"came\":3,\"missing\":0,\"rejected\":[],\"p50Ms\":700,"
                                + "\"slowestMs\":900}");
    }

    @Test
    void whatIsMissingOrRejectedIsAFinding() {
        result = new CanaryResult("m", "t", 3, List.of(), List.of("MALFORMED: cut short"));

        assertThat(run()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "model  topic  sent  came  rejected  missing  p50  slowest",
                        "m      t      3     0     1         2        -    -",
                        "m: rejected: MALFORMED: cut short");
    }

    @Test
    void mistakesAreSaidBeforeAnythingIsSent() {
        assertThat(run("--deadline", "soon")).isEqualTo(2);
        assertThat(run("--count", "0")).isEqualTo(2);
        assertThat(run("--model", "other")).isEqualTo(2);

        assertThat(asked).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--deadline must be a duration such as 30s, got soon")
                .contains("--count must be between 1 and 1000, got 0")
                .contains("no model 'other' with features is configured");
    }
}
