package io.streamgauge.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code streamgauge baseline}: what a model's data looked like at training. */
@Command(name = "baseline", header = "Build, import, show or compare baselines and their schemas.")
public final class BaselineCommand extends CommandGroup {
    public BaselineCommand() {
        super(List.of(
                new BaselineBuildCommand(),
                new BaselineImportCommand(),
                new BaselineShowCommand(),
                new BaselineDiffCommand(),
                new BaselineLanguageCommand()));
    }
}
