package io.streamgauge.app.cli;

import io.streamgauge.app.files.ColumnRoles;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.yaml.Durations;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What was built, in a few lines for the one who built it. */
final class BaselineBuildSummary {
    private BaselineBuildSummary() {}

    static void print(Baseline baseline, List<String> leftOut, ColumnRoles roles, Path output, PrintWriter err)
            throws IOException {
        if (!leftOut.isEmpty()) {
            err.println("Left out, as their cells are lists or bytes: " + String.join(", ", leftOut));
        }
        for (Source source : Source.values()) {
            if (!baseline.features(source).isEmpty()) {
                err.printf(
                        "%s: %d column(s), %d window(s) of %s%n",
                        source.word(),
                        baseline.features(source).size(),
                        baseline.windows(source).size(),
                        Durations.format(baseline.windowSize()));
            }
        }
        long sliced = Arrays.stream(Source.values())
                .mapToLong(source -> baseline.slices(source).size())
                .sum();
        if (sliced > 0) {
            err.printf("%d slice(s)%n", sliced);
        }
        if (!roles.ages().isEmpty()) {
            err.printf("%d age(s)%n", roles.ages().size());
        }
        if (roles.eventTime() == null) {
            err.println("Without --event-time there are no reference windows, and limits are calibrated less well.");
        }
        err.printf("Wrote baseline %s to %s (%,d bytes)%n", baseline.id(), output, Files.size(output));
        err.flush();
    }
}
