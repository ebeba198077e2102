package io.streamgauge.app.cli;

import io.streamgauge.app.backtest.Backtest;
import io.streamgauge.app.backtest.Reproduction;
import io.streamgauge.app.backtest.TimeRange;
import io.streamgauge.app.backtest.TopicBacktest;
import io.streamgauge.app.backtest.Verification;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A backtest of topics on the command line. */
final class TopicRun {
    private final ConfigFile config;
    private final BacktestTopicOptions options;
    private final TimeRange range;
    private final PrintWriter out;
    private final PrintWriter err;
    private boolean differs;

    TopicRun(ConfigFile config, BacktestTopicOptions options, TimeRange range, PrintWriter out, PrintWriter err) {
        this.config = config;
        this.options = options;
        this.range = range;
        this.out = out;
        this.err = err;
    }

    /** Reads the topics and, if asked, holds the result against what was said live. */
    Backtest run() throws IOException, InterruptedException {
        try (var connections = new Connections(config.config())) {
            var run = TopicBacktest.of(config, connections, options.selection(range), err);
            Backtest backtest = Backtest.keepingPanes(run.settings());
            if (options.verifies()) {
                var verification =
                        Verification.against(run, connections.records().deserializer());
                run.run(backtest.outputAnd(verification));
                verification.end();
                print(verification);
            } else {
                run.run(backtest.output());
            }
            return backtest;
        }
    }

    /** Whether the replay is not what was said live. */
    boolean differs() {
        return differs;
    }

    private void print(Verification verification) {
        differs = !verification.isIdentical();
        verification.counts().forEach((what, count) -> err.printf(Locale.ROOT, "%s: %,d%n", what, count));
        for (Verification.Difference difference : verification.differences()) {
            err.printf("%s %s: %s%n", difference.kind(), difference.record(), difference.cause());
        }
        err.println(differs ? "The replay differs from what was said live." : "The replay is what was said live.");
        err.flush();
    }

    /** Computes one alert again; the exit code. */
    int reproduce(@Nullable String id) throws IOException, InterruptedException {
        try (var connections = new Connections(config.config())) {
            var run = TopicBacktest.of(config, connections, options.selection(range), err);
            Reproduction reproduction = run.reproduce(String.valueOf(id));
            out.println(reproduction.alert());
            List<String> differences = reproduction.differences();
            differences.forEach(err::println);
            err.println(differences.isEmpty() ? "Reproduced: identical." : "Not reproduced.");
            out.flush();
            err.flush();
            return differences.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }
}
