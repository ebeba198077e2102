package io.streamgauge.app.cli;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.Defaults;
import io.streamgauge.app.config.MonitorConfig;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code streamgauge topology describe}. */
@Command(name = "describe", header = "Print sources, processors, stores and topics.", description = "Needs no broker.")
final class TopologyDescribeCommand implements Runnable {
    private final Function<MonitorConfig, String> description;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration; without it, the one that 'config defaults' prints.")
    private @Nullable Path file;

    TopologyDescribeCommand(Function<MonitorConfig, String> description) {
        this.description = description;
    }

    @Override
    public void run() {
        ConfigFile config = file == null ? Defaults.config() : ConfigFile.read(file);
        spec.commandLine().getOut().println(description.apply(config.config()).stripTrailing());
    }
}
