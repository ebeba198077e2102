package io.streamgauge.app.cli;

import io.streamgauge.app.files.ColumnRoles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a column of a training file is for. */
final class BaselineColumnOptions {
    @Option(
            names = "--event-time",
            paramLabel = "COL",
            description =
                    "When it happened: ISO-8601 (UTC if without zone), milliseconds, or a time by the file's schema.")
    private @Nullable String eventTime;

    @Option(names = "--id", paramLabel = "COL", description = "The id of the example; no feature.")
    private @Nullable String id;

    @Option(names = "--ignore", paramLabel = "COL", description = "No feature. May be repeated.")
    private List<String> ignored = new ArrayList<>();

    @Option(names = "--prediction-score", paramLabel = "COL", description = "Score that the model gave.")
    private @Nullable String score;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "The class is true if the score is at least this; for data without a column of the class.")
    private @Nullable Double threshold;

    @Option(names = "--prediction-class", paramLabel = "COL", description = "Class that the model gave.")
    private @Nullable String predictedClass;

    @Option(names = "--label", paramLabel = "COL", description = "The truth.")
    private @Nullable String label;

    ColumnRoles roles() {
        return new ColumnRoles(
                eventTime, id, new ColumnRoles.Predictions(score, threshold, predictedClass), label, ignored);
    }
}
