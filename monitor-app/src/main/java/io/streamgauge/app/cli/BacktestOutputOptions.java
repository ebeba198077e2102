package io.streamgauge.app.cli;

import io.streamgauge.app.backtest.Backtest;
import io.streamgauge.app.backtest.GateFiles;
import io.streamgauge.app.backtest.Judgement;
import io.streamgauge.app.backtest.LabelledIncident;
import io.streamgauge.app.backtest.ProfileDump;
import io.streamgauge.app.backtest.Report;
import io.streamgauge.app.service.AlertText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that a backtest writes besides its answer. */
final class BacktestOutputOptions {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Write a page for people, and beside it the same numbers as JSON.")
    private @Nullable Path report;

    @Option(names = "--alerts", paramLabel = "FILE", description = "Write every alert record as a line of JSON.")
    private @Nullable Path alerts;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the findings as JUnit XML, for build servers.")
    private @Nullable Path junit;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Write the findings as SARIF 2.1.0.")
    private @Nullable Path sarif;

    @Option(
            names = "--save-profiles",
            paramLabel = "FILE.avro",
            description = "Keep the merged profiles, to judge other policies later without the events.")
    private @Nullable Path profiles;

    /** @param command that makes these files again */
    void write(
            Backtest backtest,
            Path config,
            List<LabelledIncident> incidents,
            List<Judgement> judgements,
            FailOnSeverity failOn,
            String command)
            throws IOException {
        if (report != null) {
            new Report(Version.number(), command).write(report, config, backtest, incidents, judgements);
        }
        if (alerts != null) {
            Files.write(
                    alerts,
                    backtest.outcome().alerts().stream().map(AlertText::json).toList());
        }
        if (junit != null) {
            Files.writeString(junit, GateFiles.junit(backtest, failOn.severity()));
        }
        if (sarif != null) {
            Files.writeString(sarif, GateFiles.sarif(backtest, Version.number(), config.toString()));
        }
        if (profiles != null) {
            new ProfileDump(profiles).write(backtest.panes());
        }
    }
}
