package io.streamgauge.app.cli;

import io.streamgauge.app.service.ExitCode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** Puts commands together and runs what the arguments ask for. */
public final class CommandTree {
    private CommandTree() {}

    /**
     * Runs one command line and returns its {@link ExitCode}; never throws.
     *
     * @param commands instances of annotated command classes
     */
    public static int run(List<?> commands, String[] args, PrintStream out, PrintStream err) {
        var root = new StreamgaugeCommand();
        var line = new CommandLine(root);
        commands.forEach(command -> add(line, command));
        line.setOut(writer(out));
        line.setErr(writer(err));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOverwrittenOptionsAllowed(false);
        line.setParameterExceptionHandler(Failures::usage);
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> Failures.execution(failure, command, root.verbose()));
        return line.execute(args);
    }

    private static void add(CommandLine parent, Object command) {
        parent.addSubcommand(command);
        if (command instanceof CommandGroup group) {
            CommandLine line = parent.getCommandSpec().subcommands().values().stream()
                    .filter(child -> child.getCommand() == group)
                    .findFirst()
                    .orElseThrow();
            group.commands().forEach(member -> add(line, member));
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
