package io.streamgauge.app.cli;

import io.streamgauge.app.backtest.Backtest;
import io.streamgauge.app.backtest.FileBacktest;
import io.streamgauge.app.backtest.InputFile;
import io.streamgauge.app.backtest.ProfileDump;
import io.streamgauge.app.backtest.TimeRange;
import io.streamgauge.app.calibrate.Calibrator;
import io.streamgauge.app.calibrate.PatchText;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge calibrate}. */
@Command(
        name = "calibrate",
        header = "Fit thresholds on a stretch of the past in which nothing was wrong.",
        description = {
            "Writes a configuration patch with the evidence in it, and beside it the baseline of each model with the reference"
                    + " windows of the range: the same bins, but the dispersion of the live traffic. The patch is a policy, so that"
                    + " 'backtest --policy' says what it would have changed.",
            "Without --input and --profiles the configured topics are read."
        })
public final class CalibrateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--input",
            split = ",",
            paramLabel = "SOURCE=FILE",
            description = "A file in place of a topic, as for backtest.")
    private List<String> inputs = List.of();

    @Option(names = "--profiles", paramLabel = "FILE.avro", description = "Profiles kept by backtest --save-profiles.")
    private @Nullable Path profiles;

    @Option(names = "--from", paramLabel = "TIME", description = "Beginning of the healthy range, event time.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Its end.")
    private @Nullable String to;

    @Option(
            names = "--false-alarms",
            required = true,
            paramLabel = "N/PERIOD",
            description = "How often chance alone may alert, per feature: 1/30d.")
    @SuppressWarnings("NullAway.Init")
    private String falseAlarms;

    @Option(names = "--output", required = true, paramLabel = "PATCH.yaml", description = "The patch to write.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ConfigFile file = config.readFile();
        String budget = falseAlarms.replace("/", " per ");
        List<Calibrator> calibrated = new ArrayList<>();
        TimeRange range;
        try {
            range = TimeRange.parse(from, to);
            FalseAlarmBudget allowed = FalseAlarmBudget.parse(budget);
            Backtest run = run(file, range);
            for (ModelSettings model : run.settings().models()) {
                calibrated.add(Calibrator.of(model, run, allowed));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        List<Path> baselines = write(calibrated);
        Files.writeString(output, PatchText.of(calibrated, range.toString(), budget, baselines));
        PrintWriter err = spec.commandLine().getErr();
        calibrated.forEach(
                model -> model.warnings().forEach(warning -> err.println("The range may not be healthy: " + warning)));
        err.printf("Wrote %s%n", output);
        err.flush();
        return ExitCode.OK;
    }

    /** Paths in a patch start from the configuration's folder. */
    private List<Path> write(List<Calibrator> calibrated) throws IOException {
        Path folder = folderOf(output);
        Path configFolder = folderOf(config.file());
        List<Path> written = new ArrayList<>();
        for (Calibrator model : calibrated) {
            Path file = folder.resolve(model.model().replaceAll("[^A-Za-z0-9._-]", "_") + "-calibrated.avro");
            BaselineFile.write(file, model.baseline());
            written.add(configFolder.relativize(file));
        }
        return written;
    }

    private static Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder;
    }

    private Backtest run(ConfigFile file, TimeRange range) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        TopologySettings stored = ConfiguredTopology.of(file).settings(topic -> 1, null);
        if (profiles != null) {
            return Backtest.ofStored(stored, new ProfileDump(profiles).within(range));
        }
        if (inputs.isEmpty()) {
            return new TopicRun(
                            file,
                            new BacktestTopicOptions(),
                            range,
                            spec.commandLine().getOut(),
                            err)
                    .run();
        }
        List<String> models =
                file.config().models().stream().map(ModelConfig::name).toList();
        var run = FileBacktest.of(
                file, inputs.stream().map(text -> InputFile.parse(text, models)).toList(), range, err);
        Backtest backtest = Backtest.keepingPanes(run.settings());
        run.run(backtest.output());
        return backtest;
    }
}
