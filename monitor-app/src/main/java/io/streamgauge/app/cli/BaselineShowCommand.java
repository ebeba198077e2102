package io.streamgauge.app.cli;

import io.streamgauge.app.service.ExitCode;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.form.SchemaForm;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code streamgauge baseline show}. */
@Command(name = "show", header = "Show what is in a baseline file.")
public final class BaselineShowCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The baseline file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--schema", description = "Only the data schema, as YAML.")
    private boolean schemaOnly;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "json: all of it as one object on one line.")
    @SuppressWarnings("NullAway.Init")
    private OutputFormat format;

    @Override
    public Integer call() throws IOException {
        Baseline baseline = BaselineFile.read(file);
        PrintWriter out = spec.commandLine().getOut();
        if (schemaOnly) {
            out.print(baseline.contract()
                    .map(SchemaForm::write)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), file + ": the baseline has no schema; build it again")));
        } else if (format == OutputFormat.JSON) {
            out.println(BaselineFile.toJson(baseline));
        } else {
            BaselineTable.lines(baseline).forEach(out::println);
            baseline.contract().ifPresent(schema -> out.printf("%nschema:%n%s", SchemaForm.write(schema)));
        }
        out.flush();
        return ExitCode.OK;
    }
}
