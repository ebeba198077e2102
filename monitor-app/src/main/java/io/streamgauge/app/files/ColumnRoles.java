package io.streamgauge.app.files;

import io.streamgauge.schemas.contract.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each column of a training file is for; a column without a role is a feature.
 *
 * @param ignored columns that are no features
 * @param ages columns of times that say how old something is
 */
public record ColumnRoles(
        @Nullable String eventTime,
        @Nullable String id,
        Predictions predictions,
        @Nullable String label,
        List<String> ignored,
        List<Age> ages) {

    /**
     * A column with the time that something is of.
     *
     * @param source whose events tell the age
     * @param name of what is so old
     */
    public record Age(Source source, String name, String column) {}

    /** Without ages. */
    public ColumnRoles(
            @Nullable String eventTime,
            @Nullable String id,
            Predictions predictions,
            @Nullable String label,
            List<String> ignored) {
        this(eventTime, id, predictions, label, ignored, List.of());
    }

    /** The ages that events of a source tell. */
    public List<Age> ages(Source source) {
        return ages.stream().filter(age -> age.source() == source).toList();
    }

    /**
     * The columns that hold what the model answered.
     *
     * @param threshold the class is {@code true} if the score is at least this; used if there is no class column
     */
    public record Predictions(
            @Nullable String score,
            @Nullable Double threshold,
            @Nullable String predictedClass) {
        public static final Predictions NONE = new Predictions(null, null, null);

        public Predictions {
            if (threshold != null && (score == null || predictedClass != null)) {
                throw new IllegalArgumentException(
                        "a threshold derives the class from the score: it needs a column with the score and none with the class");
            }
        }
    }

    public ColumnRoles {
        ignored = List.copyOf(ignored);
        ages = List.copyOf(ages);
    }

    /** The columns with a role. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>(ignored);
        Stream.of(eventTime, id, predictions.score(), predictions.predictedClass(), label)
                .forEach(column -> add(columns, column));
        ages.forEach(age -> columns.add(age.column()));
        return columns;
    }

    private static void add(Set<String> columns, @Nullable String column) {
        if (column != null) {
            columns.add(column);
        }
    }
}
