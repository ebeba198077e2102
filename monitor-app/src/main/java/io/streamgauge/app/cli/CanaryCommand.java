package io.streamgauge.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.app.canary.CanaryOptions;
import io.streamgauge.app.canary.CanaryResult;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.yaml.Durations;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge canary}. */
@Command(
        name = "canary",
        header = "Send marked events and see whether the running monitor reads them.",
        description = {
            "Writes events with the header streamgauge-canary to the features topics, in the form of the topic's own events, and waits"
                    + " until the monitor has committed them. They count as read and are in no profile.",
            "Other readers of the topics must pass over records with that header.",
            "Ends with 1 if one of them did not come through in time, or was rejected."
        })
public final class CanaryCommand implements Callable<Integer> {
    private static final int MOST = 1000;

    private final BiFunction<ConfigFile, CanaryOptions, List<CanaryResult>> canaries;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(names = "--model", paramLabel = "MODEL", description = "Only this model; otherwise all that have features.")
    private @Nullable String model;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description = "Events for each partition. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "How long they may take. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String deadline;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one model a line.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    /** @param canaries sends them and waits */
    public CanaryCommand(BiFunction<ConfigFile, CanaryOptions, List<CanaryResult>> canaries) {
        this.canaries = canaries;
    }

    @Override
    public Integer call() {
        require(count >= 1 && count <= MOST, "--count must be between 1 and " + MOST + ", got " + count);
        ConfigFile file = config.readFile();
        require(
                file.config().models().stream()
                        .anyMatch(one -> one.features() != null
                                && (model == null || one.name().equals(model))),
                model == null ? "no model has features" : "no model '" + model + "' with features is configured");
        List<CanaryResult> results = canaries.apply(file, new CanaryOptions(model, count, duration()));
        PrintWriter out = spec.commandLine().getOut();
        (format == OutputFormat.JSON ? json(results) : table(results)).forEach(out::println);
        out.flush();
        return results.stream().allMatch(CanaryResult::isComplete) ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private Duration duration() {
        try {
            Duration parsed = Durations.parse(deadline);
            require(!parsed.isNegative() && !parsed.isZero(), "--deadline must be positive, got " + deadline);
            return parsed;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--deadline must be a duration such as 30s, got " + deadline, e);
        }
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private static List<String> table(List<CanaryResult> results) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("model", "topic", "sent", "came", "rejected", "missing", "p50", "slowest"));
        var rejections = new ArrayList<String>();
        for (CanaryResult result : results) {
            rows.add(List.of(
                    result.model(),
                    result.topic(),
                    Integer.toString(result.sent()),
                    Integer.toString(result.latenciesMs().size()),
                    Integer.toString(result.rejections().size()),
                    Integer.toString(result.missing()),
                    millis(result.latencyMs(0.5)),
                    millis(result.latencyMs(1))));
            result.rejections().stream()
                    .distinct()
                    .forEach(why -> rejections.add(result.model() + ": rejected: " + TextTable.safe(why)));
        }
        var lines = new ArrayList<>(TextTable.aligned(rows));
        lines.addAll(rejections);
        return lines;
    }

    private static String millis(long millis) {
        return millis < 0 ? "-" : millis + " ms";
    }

    private static List<String> json(List<CanaryResult> results) {
        var json = new ObjectMapper();
        var lines = new ArrayList<String>();
        for (CanaryResult result : results) {
            ObjectNode row = json.createObjectNode()
                    .put("model", result.model())
                    .put("topic", result.topic())
                    .put("sent", result.sent())
                    .put("came", result.latenciesMs().size())
                    .put("missing", result.missing());
            result.rejections().forEach(row.putArray("rejected")::add);
            row.put("p50Ms", result.latenciesMs().isEmpty() ? null : result.latencyMs(0.5));
            row.put("slowestMs", result.latenciesMs().isEmpty() ? null : result.latencyMs(1));
            lines.add(row.toString());
        }
        return lines;
    }
}
