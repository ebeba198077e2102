package io.streamgauge.app.cli;

import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.service.ExitCode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code streamgauge alerts tail}. */
@Command(
        name = "tail",
        header = "Print alerts as they fire and resolve.",
        description = "Reads committed alerts only. Goes on until it is stopped, or with --until-end to the end.")
public final class AlertsTailCommand implements Callable<Integer> {
    private final Tail tail;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind: ${COMPLETION-CANDIDATES}.")
    private @Nullable Kind kind;

    @Option(names = "--model", paramLabel = "MODEL", description = "Only alerts of this model.")
    private @Nullable String model;

    @Option(names = "--state", paramLabel = "STATE", description = "Only this state: ${COMPLETION-CANDIDATES}.")
    private @Nullable State state;

    @Option(names = "--from-beginning", description = "Start with the oldest alert instead of the next.")
    private boolean fromBeginning;

    @Option(names = "--until-end", description = "Stop at what is the end of the topics now.")
    private boolean untilEnd;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one alert a line.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    public AlertsTailCommand(Tail tail) {
        this.tail = tail;
    }

    @Override
    public Integer call() {
        var options = new TailOptions(word(kind), model, word(state), fromBeginning, untilEnd, format);
        return tail.run(config.read(), options, spec.commandLine().getOut());
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.toString();
    }

    /** Follows the alert topics and prints what the options let through; returns the {@link ExitCode}. */
    @FunctionalInterface
    public interface Tail {
        int run(MonitorConfig config, TailOptions options, PrintWriter out);
    }

    private enum Kind {
        DRIFT,
        SKEW,
        STALENESS,
        QUALITY,
        PERFORMANCE,
        PIPELINE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private enum State {
        PENDING,
        FIRING,
        RESOLVED
    }
}
