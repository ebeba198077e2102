package io.streamgauge.app.cli;

import io.streamgauge.app.backtest.Backtest;
import io.streamgauge.app.backtest.FileBacktest;
import io.streamgauge.app.backtest.InputFile;
import io.streamgauge.app.backtest.Judgement;
import io.streamgauge.app.backtest.JudgementTable;
import io.streamgauge.app.backtest.LabelledIncident;
import io.streamgauge.app.backtest.Policy;
import io.streamgauge.app.backtest.ProfileDump;
import io.streamgauge.app.backtest.TimeRange;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.service.AlertText;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.topology.settings.TopologySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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
            "Without --input and --profiles the configured topics are read, to their present ends, by consumers without a group;"
                    + " nothing is written to Kafka.",
            "Files: CSV, JSON lines (both also .gz), Parquet, Avro; their rows may come in any order. No broker is needed.",
            "A policy is a file in the form of the configuration that gives only what it changes; it is judged from the profiles"
                    + " alone.",
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
            split = ",",
            paramLabel = "SOURCE=FILE",
            description = "A file in place of a topic, such as features=day.csv; repeatable."
                    + " MODEL.SOURCE=FILE where several models are configured.")
    private List<String> inputs = List.of();

    @Option(
            names = "--profiles",
            paramLabel = "FILE.avro",
            description = "Judge profiles that were kept by --save-profiles, without any events.")
    private @Nullable Path profiles;

    @Option(names = "--from", paramLabel = "TIME", description = "Only events from this event time on.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only events before this event time.")
    private @Nullable String to;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Judge the same past by other rules, too; repeatable.")
    private List<Path> policies = List.of();

    @Option(
            names = "--incidents",
            paramLabel = "FILE",
            description = "YAML: incidents: [ { name, from, to, model, source, features } ], what really went wrong.")
    private @Nullable Path incidents;

    @Mixin
    private final BacktestTopicOptions topics = new BacktestTopicOptions();

    @Mixin
    private final BacktestOutputOptions outputs = new BacktestOutputOptions();

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

    private boolean differs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ConfigFile file = config.readFile();
        List<LabelledIncident> known = incidents == null ? List.of() : LabelledIncident.read(incidents);
        Backtest backtest;
        List<Policy> others;
        try {
            if (topics.alert() != null) {
                return topicRun(file).reproduce(topics.alert());
            }
            backtest = run(file);
            others = policies(file);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        List<Judgement> judged = backtest.judgements(others, known);
        print(backtest, judged);
        outputs.write(backtest, config.file(), known, judged, failOn, commandLine());
        return differs || failOn.met(backtest.outcome()) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private TopicRun topicRun(ConfigFile file) {
        return new TopicRun(
                file,
                topics,
                TimeRange.parse(from, to),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    private Backtest run(ConfigFile file) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (profiles == null && inputs.isEmpty()) {
            TopicRun run = topicRun(file);
            Backtest backtest = run.run();
            differs = run.differs();
            return backtest;
        }
        if (topics.given()) {
            throw new IllegalArgumentException(
                    "--offsets, --max-rate, --verify-against and --alert are for topics, without --input");
        }
        if (profiles != null) {
            if (!inputs.isEmpty() || from != null || to != null) {
                throw new IllegalArgumentException("--profiles stands in place of --input, --from and --to");
            }
            return Backtest.ofStored(stored(file), new ProfileDump(profiles));
        }
        List<String> models =
                file.config().models().stream().map(ModelConfig::name).toList();
        List<InputFile> files =
                inputs.stream().map(text -> InputFile.parse(text, models)).toList();
        var run = FileBacktest.of(file, files, TimeRange.parse(from, to), err);
        Backtest backtest = Backtest.keepingPanes(run.settings());
        run.run(backtest.output());
        return backtest;
    }

    private static TopologySettings stored(ConfigFile file) {
        return ConfiguredTopology.of(file).settings(topic -> 1, null);
    }

    private List<Policy> policies(ConfigFile file) {
        var read = new ArrayList<Policy>();
        for (Path policy : policies) {
            read.add(Policy.read(config.file(), policy, stored(file)));
        }
        return read;
    }

    private void print(Backtest backtest, List<Judgement> judged) {
        PrintWriter out = spec.commandLine().getOut();
        backtest.outcome()
                .alerts()
                .forEach(alert ->
                        out.println(format == OutputFormat.JSON ? AlertText.json(alert) : AlertText.line(alert)));
        PrintWriter words = format == OutputFormat.JSON ? spec.commandLine().getErr() : out;
        words.printf(
                Locale.ROOT,
                "%,d windows judged by %,d scores; %,d alert records%n",
                backtest.outcome().windows(),
                backtest.outcome().scores(),
                backtest.outcome().alerts().size());
        if (judged.size() > 1 || incidents != null) {
            List<List<String>> rows = new ArrayList<>(List.of(JudgementTable.HEAD));
            rows.addAll(JudgementTable.rows(judged));
            TextTable.aligned(rows).forEach(words::println);
            words.println(Judgement.winner(judged));
        }
        words.flush();
        out.flush();
    }

    private String commandLine() {
        return "streamgauge "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }
}
