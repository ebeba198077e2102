package io.streamgauge.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code streamgauge baseline}: what a model's data looked like at training. */
@Command(name = "baseline", header = "Build or show a baseline.")
public final class BaselineCommand extends CommandGroup {
    public BaselineCommand() {
        super(List.of(new BaselineBuildCommand(), new BaselineShowCommand(), new BaselineLanguageCommand()));
    }
}
