package io.streamgauge.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code streamgauge alerts}: reading the alert topics. */
@Command(name = "alerts", header = "Follow alerts.")
public final class AlertsCommand extends CommandGroup {
    public AlertsCommand(AlertsTailCommand.Tail tail) {
        super(List.of(new AlertsTailCommand(tail)));
    }
}
