package io.streamgauge.app.cli;

import io.streamgauge.app.config.Defaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code streamgauge config defaults}. */
@Command(
        name = "defaults",
        header = "Print every key with its default.",
        description = "Prints a commented configuration, itself valid, that says what each key means.")
final class ConfigDefaultsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(Defaults.document());
        spec.commandLine().getOut().flush();
    }
}
