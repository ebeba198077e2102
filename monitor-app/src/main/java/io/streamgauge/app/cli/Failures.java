package io.streamgauge.app.cli;

import io.streamgauge.app.files.BrokenFileException;
import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Secrets;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person reads when a command cannot go on: one clear line, and where to look next. */
final class Failures {
    private static final int LONGEST = 600;

    private Failures() {}

    static int usage(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.println(name + ": " + oneLine(String.valueOf(failure.getMessage())));
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + name + " --help'.");
        return ExitCode.USAGE;
    }

    static int execution(Exception failure, CommandLine command, boolean verbose) {
        PrintWriter err = command.getErr();
        if (failure instanceof InvalidConfigException) {
            err.println(failure.getMessage());
            return ExitCode.USAGE;
        }
        err.println(command.getCommandSpec().qualifiedName() + ": " + inOneLine(failure));
        if (failure instanceof BrokenMessageException) {
            return ExitCode.USAGE;
        }
        if (verbose) {
            failure.printStackTrace(err);
        }
        return ExitCode.FAILURE;
    }

    /** The messages of a failure and its causes; what a cause repeats is left out. */
    static String inOneLine(Throwable failure) {
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            String text = message == null ? cause.getClass().getSimpleName() : oneLine(message);
            // Wrapping without a message of its own copies "class: message" of the cause.
            boolean copied = cause.getCause() != null && text.equals(String.valueOf(cause.getCause()));
            if (!copied && messages.stream().noneMatch(earlier -> earlier.contains(text))) {
                messages.add(text);
            }
            if (cause instanceof BrokenFileException) {
                break; // says it all; what comes behind are the words of a parser
            }
        }
        String line = Secrets.withoutUserInfo(messages.stream().collect(Collectors.joining(": ")));
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
