package io.streamgauge.app.cli;

import picocli.CommandLine.Option;

/** {@code --format table|json}, for commands that print rows. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: one object a line, and nothing else on stdout.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    boolean isJson() {
        return format == OutputFormat.JSON;
    }
}
