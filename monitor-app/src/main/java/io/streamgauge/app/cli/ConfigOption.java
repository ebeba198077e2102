package io.streamgauge.app.cli;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.service.ExitCode;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --config FILE}, for commands that need a configuration. */
final class ConfigOption {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration, a YAML file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    Path file() {
        return file;
    }

    /** Reads and validates it; a problem ends the command with {@link ExitCode#USAGE}. */
    MonitorConfig read() {
        return readFile().config();
    }

    /** As {@link #read}, with the places of the keys. */
    ConfigFile readFile() {
        return ConfigFile.read(file);
    }
}
