package io.streamgauge.app.cli;

import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.form.SchemaForm;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code streamgauge baseline schema}. */
@Command(
        name = "schema",
        header = "Print the JSON Schema of data schemas.",
        description = "For editors that complete and check YAML.")
public final class BaselineLanguageCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(SchemaForm.language());
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
