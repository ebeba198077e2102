package io.streamgauge.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.config.BaselineConfig;
import io.streamgauge.app.config.BaselineFit;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.NotYet;
import io.streamgauge.app.config.Sizing;
import io.streamgauge.app.config.SliceFit;
import io.streamgauge.app.config.SourceConfig;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.checks.Midnights;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.yaml.Durations;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        description =
                "Looks into baseline files too, where they lie here. Needs no broker. Exits with 2 if there is a problem.")
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

    @Option(
            names = "--sizing",
            description = "Also say what the models need: memory, state, changelog traffic, cores, instances.")
    private boolean sizing;

    @Option(
            names = "--events-per-second",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Rate of each source, for --sizing; default ${DEFAULT-VALUE}.")
    private double eventsPerSecond;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Partitions of each source's topic, for the bounds; default ${DEFAULT-VALUE}.")
    private int partitions;

    @Override
    public Integer call() throws IOException {
        List<Problem> problems = new ArrayList<>();
        try {
            ConfigFile file = ConfigFile.read(config.file());
            for (ModelConfig model : file.config().models()) {
                problems.addAll(misfits(file, model));
            }
            if (problems.isEmpty()) {
                say(file.config());
            }
        } catch (InvalidConfigException e) {
            problems.addAll(e.problems());
        }
        print(problems);
        return problems.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }

    /** What does not fit the model's baseline, where that is a file that lies here. */
    private static List<Problem> misfits(ConfigFile file, ModelConfig model) throws IOException {
        return baseline(model)
                .map(baseline -> BaselineFit.problems(file, model, baseline))
                .orElse(List.of());
    }

    private void say(MonitorConfig config) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        var table = new SizingTable(sizings(config));
        if (format == OutputFormat.JSON) {
            if (sizing) {
                table.printJson(out);
            }
            return;
        }
        out.println(summary(config));
        NotYet.notes(config).forEach(note -> out.println("note: " + note));
        for (ModelConfig model : config.models()) {
            baseline(model)
                    .map(baseline -> SliceFit.notes(model, baseline))
                    .orElse(List.of())
                    .forEach(note -> out.println("note: " + note));
        }
        table.bounds().forEach(out::println);
        if (sizing) {
            table.print(out);
        }
    }

    private List<Sizing> sizings(MonitorConfig config) throws IOException {
        List<Sizing> sizings = new ArrayList<>();
        for (ModelConfig model : config.models()) {
            baseline(model)
                    .ifPresent(baseline -> sizings.addAll(Sizing.of(model, baseline, partitions, eventsPerSecond)));
        }
        return sizings;
    }

    private static Optional<Baseline> baseline(ModelConfig model) throws IOException {
        return model.baseline() instanceof BaselineConfig.InFile baseline && Files.isRegularFile(baseline.file())
                ? Optional.of(BaselineFile.read(baseline.file()))
                : Optional.empty();
    }

    private void print(List<Problem> problems) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (Problem problem : problems) {
            boolean json = format == OutputFormat.JSON;
            String name = config.file().toString();
            out.println(json ? new ObjectMapper().writeValueAsString(problem) : problem.in(name));
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
                "%n  %s: topics %s; windows %s; drift by %s above %s; baseline %s",
                model.name(), topics, windows, drift.metric(), drift.floor(), summary(model.baseline()));
    }

    private static String summary(WindowSpec window) {
        String size = Durations.format(window.size());
        String every = window.overlaps() ? " every " + Durations.format(window.advance()) : "";
        Midnights midnights = window.midnights();
        return size
                + every
                + (midnights == null ? "" : " in " + midnights.zone().getId());
    }

    private static String summary(BaselineConfig baseline) {
        if (baseline instanceof BaselineConfig.InFile inFile) {
            return inFile.file() + (Files.isRegularFile(inFile.file()) ? "" : " (not here, so not looked into)");
        }
        var inTopic = (BaselineConfig.InTopic) baseline;
        return inTopic.version() + " in topic " + inTopic.topic();
    }
}
