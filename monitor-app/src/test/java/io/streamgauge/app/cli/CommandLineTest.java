package io.streamgauge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.Defaults;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.app.service.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    private Path directory;

    private Path good;
    private Path bad;
    private final List<RunOptions> runs = new ArrayList<>();
    private final List<TailOptions> tails = new ArrayList<>();
    private ToIntBiFunction<ConfigFile, RunOptions> monitor = (config, options) -> {
        runs.add(options);
        return ExitCode.OK;
    };

    @BeforeEach
    void writeConfigurations() throws IOException {
        good = Files.writeString(directory.resolve("good.yaml"), Defaults.document());
        bad = Files.writeString(directory.resolve("bad.yaml"), """
                kafka: { bootstrap.servers: "localhost:9092" }
                schema-registry: { url: nowhere }
                models: { fraud: { baseline: { file: f }, features: { topic: t, latenes: 5m } } }
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run",
                "config",
                "config check",
                "config defaults",
                "alerts",
                "alerts tail",
                "topology",
                "topology describe"
            })
    void everyCommandHasHelp(String command) {
        Result result = run((command + " --help").strip().split(" "));

        assertThat(result.code()).isEqualTo(0);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(("Usage: streamgauge " + command).strip())
                .contains("--verbose")
                .contains("Exit codes:")
                .contains("2   bad usage or configuration");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help").out()).contains("run ", "config ", "alerts ", "topology ");
        assertThat(run("config", "--help").out()).contains("check ", "defaults ");
    }

    @Test
    void versionSaysWhatRunsOnWhat() {
        assertThat(run("--version").out())
                .matches("streamgauge \\d+\\.\\d+\\.\\d+\\S* \\(Kafka [\\d.]+, Java \\S+\\)\\R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "run",
                "run --config",
                "run --config x --fast",
                "run --config x --http-port 70000",
                "run --config x --config y",
                "config",
                "config chek",
                "config check --config x --format xml",
                "alerts tail --config x --kind drft"
            })
    void badUsageEndsWithTwoAndPointsToHelp(String arguments) {
        Result result = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .hasSizeLessThanOrEqualTo(3)
                .last()
                .asString()
                .startsWith("Try 'streamgauge");
        assertThat(result.err()).doesNotContain("Exception");
    }

    @Test
    void mistypedCommandGetsASuggestion() {
        assertThat(run("config", "chek").err()).contains("check");
    }

    @Test
    void runPassesItsOptionsOn() {
        assertThat(run("run", "--config", good.toString(), "--dev", "--until-end", "--http-port", "0")
                        .code())
                .isZero();
        assertThat(run("run", "--config", good.toString()).code()).isZero();

        assertThat(runs).containsExactly(new RunOptions(true, true, 0), new RunOptions(false, false, null));
    }

    @Test
    void exitCodeIsTheMonitors() {
        monitor = (config, options) -> ExitCode.FINDINGS;

        assertThat(run("run", "--config", good.toString()).code()).isEqualTo(1);
    }

    @Test
    void badConfigurationEndsEveryCommandWithTwo() {
        Result result = run("run", "--config", bad.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(2).allMatch(line -> line.startsWith(bad + ":"));
        assertThat(runs).isEmpty();
    }

    @Test
    void failureIsOneLineWithoutStackTrace() {
        monitor = (config, options) -> {
            throw new IllegalStateException("cannot start", new IOException("no broker at localhost:9092\nafter 30s"));
        };

        Result result = run("run", "--config", good.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualToIgnoringNewLines("streamgauge run: cannot start: no broker at localhost:9092 after 30s");
    }

    @Test
    void verboseFailureShowsTheStackTrace() {
        monitor = (config, options) -> {
            throw new IllegalStateException("cannot start");
        };

        assertThat(run("run", "--verbose", "--config", good.toString()).err()).contains("\tat ");
        assertThat(run("--verbose", "run", "--config", good.toString()).err()).contains("\tat ");
    }

    @Test
    void tailPassesItsFiltersOn() {
        run("alerts", "tail", "--config", good.toString(), "--kind", "drift", "--state", "firing", "--format", "json");

        assertThat(tails).containsExactly(new TailOptions("drift", null, "FIRING", false, false, OutputFormat.JSON));
    }

    @Test
    void describePrintsTheTopologyWithAndWithoutAConfiguration() {
        assertThat(run("topology", "describe").out()).isEqualToIgnoringNewLines("topology of my-model");
        assertThat(run("topology", "describe", "--config", good.toString()).code())
                .isZero();
    }

    private Result run(String... arguments) {
        List<Object> commands = List.of(
                new RunCommand(monitor),
                new ConfigCommand(),
                new AlertsCommand((config, options, to) -> {
                    tails.add(options);
                    return ExitCode.OK;
                }),
                new TopologyCommand(
                        config -> "topology of " + config.models().get(0).name()));
        return Result.of(commands, arguments);
    }
}
