package io.streamgauge.app.cli;

import io.streamgauge.app.files.ColumnRoles;
import io.streamgauge.schemas.contract.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @Option(
            names = "--age",
            paramLabel = "[SOURCE.]NAME=COL",
            description = {
                "The time that the value of a feature is of: how old it is at the event time is profiled,",
                "for checks.staleness.feature: learned. SOURCE: features unless given, predictions or labels.",
                "May be repeated."
            })
    private Map<String, String> ages = new LinkedHashMap<>();

    ColumnRoles roles() {
        if (!ages.isEmpty() && eventTime == null) {
            throw new IllegalArgumentException("--age needs --event-time");
        }
        return new ColumnRoles(
                eventTime,
                id,
                new ColumnRoles.Predictions(score, threshold, predictedClass),
                label,
                ignored,
                ages.entrySet().stream()
                        .map(age -> age(age.getKey(), age.getValue()))
                        .toList());
    }

    /** A name with a dot that begins with no source is that of a feature. */
    private static ColumnRoles.Age age(String key, String column) {
        for (Source source : List.of(Source.FEATURES, Source.PREDICTIONS, Source.LABELS)) {
            String prefix = source.word() + ".";
            if (key.startsWith(prefix)) {
                return new ColumnRoles.Age(source, key.substring(prefix.length()), column);
            }
        }
        return new ColumnRoles.Age(Source.FEATURES, key, column);
    }
}
