package io.streamgauge.app.cli;

import io.streamgauge.app.config.MonitorConfig;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code streamgauge topology}: what the monitor is made of. */
@Command(name = "topology", header = "Show how the monitor is built.")
public final class TopologyCommand extends CommandGroup {
    /** {@code description} draws the topology that a configuration makes. */
    public TopologyCommand(Function<MonitorConfig, String> description) {
        super(List.of(new TopologyDescribeCommand(description)));
    }
}
