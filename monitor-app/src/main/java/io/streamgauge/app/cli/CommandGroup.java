package io.streamgauge.app.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others: alone it is bad usage. */
@Command(synopsisSubcommandLabel = "COMMAND")
public abstract class CommandGroup implements Runnable {
    private final List<?> commands;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Takes instances of annotated command classes. */
    protected CommandGroup(List<?> commands) {
        this.commands = List.copyOf(commands);
    }

    List<?> commands() {
        return commands;
    }

    @Override
    public final void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
