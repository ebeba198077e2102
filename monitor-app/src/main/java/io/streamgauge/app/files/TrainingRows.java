package io.streamgauge.app.files;

import static io.streamgauge.schemas.contract.FeatureSchema.LABEL;
import static io.streamgauge.schemas.contract.FeatureSchema.PREDICTION_CLASS;
import static io.streamgauge.schemas.contract.FeatureSchema.PREDICTION_SCORE;

import io.streamgauge.schemas.baseline.EventRows;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Training files as events: each row is one event of each source that has a column. */
public final class TrainingRows implements EventRows {
    private final List<Path> files;
    private final ColumnRoles roles;
    /** Column by feature; a derived class has none. */
    private final Map<FeatureSchema, @Nullable String> columns;

    private TrainingRows(List<Path> files, ColumnRoles roles, Map<FeatureSchema, @Nullable String> columns) {
        this.files = List.copyOf(files);
        this.roles = roles;
        this.columns = columns;
    }

    /**
     * The rows of these files.
     *
     * @param types of all columns of these files
     * @param given types that the user has chosen for some columns
     * @throws IllegalArgumentException if a column with a role is not in the files; all of them are named
     */
    public static TrainingRows of(
            List<Path> files, ColumnRoles roles, ColumnTypes types, Map<String, FeatureType> given) {
        List<String> absent = roles.columns().stream()
                .filter(column -> !types.columns().contains(column))
                .toList();
        if (!absent.isEmpty()) {
            throw new IllegalArgumentException("no column named %s; there are %s"
                    .formatted(String.join(", ", absent), String.join(", ", types.columns())));
        }
        return new TrainingRows(files, roles, columns(roles, types, given));
    }

    private static Map<FeatureSchema, @Nullable String> columns(
            ColumnRoles roles, ColumnTypes types, Map<String, FeatureType> given) {
        Map<FeatureSchema, @Nullable String> columns = new LinkedHashMap<>();
        for (String column : types.columns()) {
            Optional<FeatureType> type = Optional.ofNullable(given.get(column)).or(() -> types.type(column));
            if (type.isPresent() && !roles.columns().contains(column)) {
                columns.put(new FeatureSchema(column, Source.FEATURES, type.get()), column);
            }
        }
        ColumnRoles.Predictions predictions = roles.predictions();
        if (predictions.score() != null) {
            columns.put(
                    new FeatureSchema(PREDICTION_SCORE, Source.PREDICTIONS, FeatureType.NUMERIC), predictions.score());
        }
        if (predictions.predictedClass() != null) {
            FeatureType type = word(types, predictions.predictedClass());
            columns.put(new FeatureSchema(PREDICTION_CLASS, Source.PREDICTIONS, type), predictions.predictedClass());
        } else if (predictions.threshold() != null) {
            columns.put(new FeatureSchema(PREDICTION_CLASS, Source.PREDICTIONS, FeatureType.BOOLEAN), null);
        }
        if (roles.label() != null) {
            FeatureType type = types.type(roles.label()).orElse(FeatureType.CATEGORICAL);
            columns.put(new FeatureSchema(LABEL, Source.LABELS, type), roles.label());
        }
        return columns;
    }

    /** Classes are names, also where they are written as numbers. */
    private static FeatureType word(ColumnTypes types, String column) {
        return types.type(column).orElse(FeatureType.CATEGORICAL) == FeatureType.BOOLEAN
                ? FeatureType.BOOLEAN
                : FeatureType.CATEGORICAL;
    }

    /** The features that the columns are. */
    public DataSchema schema() {
        return new DataSchema(List.copyOf(columns.keySet()));
    }

    @Override
    public void forEach(Consumer consumer) throws IOException {
        for (Path file : files) {
            try (RowSource rows = RowSources.open(file)) {
                List<RowReader> readers = new ArrayList<>();
                for (Source source : Source.values()) {
                    RowReader reader = reader(rows, source);
                    if (reader.slots() > 0) {
                        readers.add(reader);
                    }
                }
                while (rows.next()) {
                    for (RowReader reader : readers) {
                        consumer.accept(reader.source(), reader.read());
                    }
                }
            }
        }
    }

    private RowReader reader(RowSource rows, Source source) {
        List<FeatureSchema> features = schema().features(source);
        List<@Nullable String> names = new ArrayList<>();
        features.forEach(feature -> names.add(columns.get(feature)));
        EventBuffer row = new EventBuffer(features.size() + roles.ages(source).size());
        return new RowReader(rows, source, features, new RowReader.Columns(names, roles), row);
    }
}
