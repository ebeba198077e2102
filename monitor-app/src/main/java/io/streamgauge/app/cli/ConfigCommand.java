package io.streamgauge.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code streamgauge config}: what has to do with configuration files. */
@Command(name = "config", header = "Check a configuration, or print the defaults.")
public final class ConfigCommand extends CommandGroup {
    public ConfigCommand() {
        super(List.of(new ConfigCheckCommand(), new ConfigDefaultsCommand()));
    }
}
