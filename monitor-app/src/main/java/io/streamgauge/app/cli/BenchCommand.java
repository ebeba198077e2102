package io.streamgauge.app.cli;

import io.streamgauge.app.bench.BenchOptions;
import io.streamgauge.app.bench.Results;
import io.streamgauge.app.service.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge bench}. */
@Command(
        name = "bench",
        header = "Measure what monitoring costs on this machine.",
        description = {
            "Starts a broker in a process of its own, loads events, and lets plain consumers, Kafka Streams, the monitor and a"
                    + " naive topology read them in turn, each in a process of its own, first to warm up, then to measure.",
            "Prints medians; ratios are medians of the ratios within each repetition. Takes some four minutes."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int MOST_FEATURES = 2_000;

    private final Bench bench;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Events that each reads; the naive topology a fiftieth. Default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(
            names = "--features",
            paramLabel = "F",
            defaultValue = "50",
            description = "Features of each event, four numbers to one text. Default: ${DEFAULT-VALUE}.")
    private int features;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each is measured, after the warm-up. Default: ${DEFAULT-VALUE}.")
    private int repetitions;

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            defaultValue = "2",
            description = "Repetitions before those that count. Default: ${DEFAULT-VALUE}.")
    private int warmUps;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one object a line.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    public BenchCommand(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws Exception {
        require(events >= 1_000, "--events must be at least 1000, got " + events);
        require(
                features >= 1 && features <= MOST_FEATURES,
                "--features must be between 1 and " + MOST_FEATURES + ", got " + features);
        require(warmUps >= 0, "--warm-ups must not be negative, got " + warmUps);
        require(repetitions >= 1, "--repetitions must be at least 1, got " + repetitions);
        Results results = bench.run(
                new BenchOptions(events, features, warmUps, repetitions),
                spec.commandLine().getErr());
        List<String> lines = format == OutputFormat.JSON ? BenchRows.json(results) : BenchRows.table(results);
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** Runs the benchmark. */
    @FunctionalInterface
    public interface Bench {
        Results run(BenchOptions options, PrintWriter err) throws Exception;
    }
}
