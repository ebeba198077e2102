package io.streamgauge.app.cli;

import io.streamgauge.app.backtest.FileBacktest;
import io.streamgauge.app.backtest.InputFile;
import io.streamgauge.app.backtest.Outcome;
import io.streamgauge.app.backtest.TimeRange;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.service.AlertText;
import io.streamgauge.app.service.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge backtest}. */
@Command(
        name = "backtest",
        header = "Judge a stretch of the past as the monitor would have judged it live.",
        description = {
            "Files: CSV, JSON lines (both also .gz), Parquet, Avro; their rows may come in any order. No broker is needed.",
            "Ends with 1 if an alert of the severity given by --fail-on fired."
        })
public final class BacktestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--input",
            required = true,
            split = ",",
            paramLabel = "SOURCE=FILE",
            description = "A file in place of a topic, such as features=day.csv; repeatable."
                    + " MODEL.SOURCE=FILE where several models are configured.")
    private List<String> inputs = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "Only events from this event time on.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only events before this event time.")
    private @Nullable String to;

    @Option(
            names = "--fail-on",
            paramLabel = "warning|critical|never",
            defaultValue = "never",
            description = "End with 1 if an alert of at least this severity fired. Default: never.")
    @SuppressWarnings("NullAway.Init")
    private FailOnSeverity failOn;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: every alert record as one object, as 'alerts tail' writes it.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        ConfigFile file = config.readFile();
        var outcome = new Outcome();
        prepared(file, err).run(outcome);
        print(outcome);
        return failOn.met(outcome) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private FileBacktest prepared(ConfigFile file, PrintWriter err) throws IOException {
        List<String> models =
                file.config().models().stream().map(ModelConfig::name).toList();
        try {
            List<InputFile> files =
                    inputs.stream().map(text -> InputFile.parse(text, models)).toList();
            return FileBacktest.of(file, files, TimeRange.parse(from, to), err);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void print(Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        outcome.alerts()
                .forEach(alert ->
                        out.println(format == OutputFormat.JSON ? AlertText.json(alert) : AlertText.line(alert)));
        if (format == OutputFormat.TABLE) {
            out.printf(
                    Locale.ROOT,
                    "%,d windows judged by %,d scores; %,d alert records%n",
                    outcome.windows(),
                    outcome.scores(),
                    outcome.alerts().size());
        }
        out.flush();
    }
}
