package io.streamgauge.app.cli;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.app.service.RunOptions;
import java.util.concurrent.Callable;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code streamgauge run}: the service. */
@Command(
        name = "run",
        header = "Run the monitor.",
        description = "Reads the configured topics, judges every window and writes alerts, until it is stopped.")
public final class RunCommand implements Callable<Integer> {
    private final ToIntBiFunction<ConfigFile, RunOptions> monitor;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(names = "--dev", description = "Start an embedded broker and registry and use them.")
    private boolean dev;

    @Option(names = "--until-end", description = "Stop when everything that is in the topics now has been judged.")
    private boolean untilEnd;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            description = "Serve health, metrics and dashboard on this port instead; 0 takes any free one.")
    private @Nullable Integer httpPort;

    /** {@code monitor} runs until it is done or stopped, and returns the {@link ExitCode}. */
    public RunCommand(ToIntBiFunction<ConfigFile, RunOptions> monitor) {
        this.monitor = monitor;
    }

    @Override
    public Integer call() {
        return monitor.applyAsInt(config.readFile(), new RunOptions(dev, untilEnd, httpPort));
    }
}
