package io.streamgauge.app;

import io.streamgauge.app.cli.CommandTree;
import io.streamgauge.app.cli.ConfigCommand;
import java.io.PrintStream;
import java.util.List;

/** Starts the program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Runs one command line and returns the exit code; results go to {@code out}, everything else to {@code err}. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return CommandTree.run(List.of(new ConfigCommand()), args, out, err);
    }
}
