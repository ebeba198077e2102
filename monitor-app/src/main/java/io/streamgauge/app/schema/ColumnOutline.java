package io.streamgauge.app.schema;

import io.streamgauge.app.files.CellKind;
import io.streamgauge.app.files.RowSource;
import io.streamgauge.schemas.inference.SchemaInference;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Level;
import io.streamgauge.statistics.tfdv.NumericSummary;
import io.streamgauge.statistics.tfdv.Presences;
import io.streamgauge.statistics.tfdv.TextSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a schema needs to know of a column, in bounded memory: of its distinct texts no more are kept than an enumeration
 * may have, and one. Not thread-safe.
 */
final class ColumnOutline {
    private final String name;
    private final Map<String, Double> texts = new HashMap<>();
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long present;
    private boolean whole = true;
    private boolean numeric = true;

    ColumnOutline(String name) {
        this.name = name;
    }

    void add(RowSource rows, int column) {
        CellKind kind = rows.kind(column);
        if (kind == CellKind.MISSING || kind == CellKind.OTHER) {
            return;
        }
        present++;
        String text = rows.text(column);
        if (kind == CellKind.NUMBER) {
            number(rows.number(column), text);
        } else {
            numeric = false;
        }
        if (texts.size() <= SchemaInference.MAX_ENUM_VALUES) {
            texts.merge(text == null ? "" : text, 1.0, Double::sum);
        }
    }

    private void number(double value, @Nullable String text) {
        whole &= value == Math.rint(value) && !Double.isInfinite(value) && text != null && text.indexOf('.') < 0;
        min = value < min ? value : min;
        max = value > max ? value : max;
    }

    FeatureStatistics summary(long rows) {
        DataType type = !numeric ? DataType.STRING : whole && present > 0 ? DataType.INT : DataType.FLOAT;
        int length = present == 0 ? 0 : 1;
        double missing = rows - present;
        return new FeatureStatistics(
                List.of(name),
                type,
                new Presences(present, missing, present, List.of(new Level(length, length, missing))),
                numeric && min <= max ? new NumericSummary(min, max, List.of()) : null,
                numeric ? null : new TextSummary(texts.size(), 0, texts),
                null,
                0,
                List.of(),
                false);
    }
}
