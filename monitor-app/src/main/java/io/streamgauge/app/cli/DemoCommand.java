package io.streamgauge.app.cli;

import io.streamgauge.app.demo.DemoOptions;
import io.streamgauge.app.service.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code streamgauge demo}. */
@Command(
        name = "demo",
        header = "Watch the monitor find trouble in five months of real flights.",
        description = {
            "Starts a broker and a registry in this process, builds a baseline from the flights of January 2001, replays"
                    + " February to June with four injected incidents, and ends with a table of what was found how fast.",
            "Exits with 1 if an incident was missed."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final double DAY_A_SECOND = 86_400;

    private final Demo demo;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--headless", description = "Without the page: as fast as the machine can.")
    private boolean headless;

    @Option(names = "--until-end", description = "End with the report instead of going on serving the page.")
    private boolean untilEnd;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description =
                    "Event time runs N times as fast as the clock. Without it: with --headless as fast as the machine can,"
                            + " with the page a day a second (86400).")
    private @Nullable Double speed;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "Where the page is served; 0 takes any free port. Default: ${DEFAULT-VALUE}.")
    private int httpPort;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "2",
            description = "Partitions of the input topics. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--alerts",
            paramLabel = "FILE",
            description = "Write all alert records to this file, JSON, sorted.")
    private @Nullable Path alerts;

    public DemoCommand(Demo demo) {
        this.demo = demo;
    }

    @Override
    public Integer call() throws Exception {
        if (partitions < 1 || partitions > 64) {
            throw new ParameterException(
                    spec.commandLine(), "--partitions must be between 1 and 64, got " + partitions);
        }
        if (speed != null && !(speed > 0)) {
            throw new ParameterException(spec.commandLine(), "--speed must be above 0, got " + speed);
        }
        Double pace = speed == null && !headless ? Double.valueOf(DAY_A_SECOND) : speed;
        var options = new DemoOptions(headless, untilEnd || headless, pace, httpPort, partitions, alerts);
        return demo.run(options, spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** Runs the demo; returns the {@link ExitCode}. */
    @FunctionalInterface
    public interface Demo {
        int run(DemoOptions options, PrintWriter out, PrintWriter err) throws Exception;
    }
}
