package io.streamgauge.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.SourceConfig;
import io.streamgauge.app.config.WindowConfig;
import io.streamgauge.app.config.yaml.Durations;
import io.streamgauge.app.config.yaml.InvalidConfigException;
import io.streamgauge.app.config.yaml.Problem;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code streamgauge config check}. */
@Command(
        name = "check",
        header = "Say everything that is wrong with a configuration.",
        description = "Needs no broker. Exits with 2 if there is a problem.")
final class ConfigCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one object per problem, nothing if there is none.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            MonitorConfig valid = config.read();
            if (format == OutputFormat.TABLE) {
                out.println(summary(valid));
            }
            return ExitCode.OK;
        } catch (InvalidConfigException e) {
            for (Problem problem : e.problems()) {
                out.println(
                        format == OutputFormat.JSON
                                ? new ObjectMapper().writeValueAsString(problem)
                                : problem.in(config.file().toString()));
            }
            return ExitCode.USAGE;
        }
    }

    private static String summary(MonitorConfig config) {
        return "ok: " + config.models().size() + (config.models().size() == 1 ? " model" : " models")
                + config.models().stream().map(ConfigCheckCommand::summary).collect(Collectors.joining());
    }

    private static String summary(ModelConfig model) {
        String topics = model.sources().stream().map(SourceConfig::topic).collect(Collectors.joining(", "));
        String windows =
                model.windows().stream().map(ConfigCheckCommand::summary).collect(Collectors.joining(", "));
        var drift = model.checks().drift();
        return String.format(
                "%n  %s: topics %s; windows %s; drift by %s above %s",
                model.name(), topics, windows, drift.metric(), drift.floor());
    }

    private static String summary(WindowConfig window) {
        String size = Durations.format(window.size());
        return window.advance().equals(window.size()) ? size : size + " every " + Durations.format(window.advance());
    }
}
