package io.streamgauge.app.files;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.EventTimes;
import io.streamgauge.schemas.event.FeatureSlot;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes an event of one source from the current row of a file. */
final class RowReader {
    /** Milliseconds before 1973 and after 5138: more likely seconds or microseconds. */
    private static final double LEAST_MILLIS = 1e11;

    private static final double MOST_MILLIS = 1e14;
    private static final int ABSENT = -1;

    private final RowSource rows;
    private final Source source;
    private final FeatureSlot[] slots;
    private final int[] columns;
    private final int timeColumn;
    private final int[] ageColumns;
    private final @Nullable Double threshold;
    private final EventBuffer row;

    /** The column of each feature, null for a derived one, and the roles of the others. */
    record Columns(List<@Nullable String> names, ColumnRoles roles) {}

    RowReader(RowSource rows, Source source, List<FeatureSchema> features, Columns columns, EventBuffer row) {
        this.rows = rows;
        this.source = source;
        this.row = row;
        this.slots = new FeatureSlot[features.size()];
        this.columns = new int[features.size()];
        this.timeColumn = indexOf(columns.roles().eventTime());
        this.ageColumns = columns.roles().ages(source).stream()
                .mapToInt(age -> indexOf(age.column()))
                .toArray();
        this.threshold =
                source == Source.PREDICTIONS ? columns.roles().predictions().threshold() : null;
        for (int slot = 0; slot < slots.length; slot++) {
            this.slots[slot] = new FeatureSlot(slot, features.get(slot).type());
            this.columns[slot] = indexOf(columns.names().get(slot));
        }
    }

    Source source() {
        return source;
    }

    int slots() {
        return slots.length;
    }

    EventBuffer read() throws IOException {
        row.clear();
        for (int slot = 0; slot < slots.length; slot++) {
            if (columns[slot] != ABSENT) {
                put(slots[slot], columns[slot]);
            }
        }
        if (threshold != null && !Double.isNaN(row.number(0))) {
            // The score comes first, the class derived from it behind it.
            row.bool(1, row.number(0) >= threshold);
        }
        if (timeColumn != ABSENT && rows.kind(timeColumn) != CellKind.MISSING) {
            row.eventTime(eventTime());
            ages();
        }
        return row;
    }

    /** As the live decoders do: a value without a time, or with something that is none, has no age. */
    private void ages() {
        for (int i = 0; i < ageColumns.length; i++) {
            OptionalLong time = switch (rows.kind(ageColumns[i])) {
                case NUMBER -> OptionalLong.of((long) rows.number(ageColumns[i]));
                case TEXT -> EventTimes.parse(Objects.requireNonNullElse(rows.text(ageColumns[i]), ""));
                default -> OptionalLong.empty();
            };
            if (time.isPresent()) {
                row.number(slots.length + i, AgeField.seconds(row.eventTimeMs(), (double) time.getAsLong()));
            }
        }
    }

    private void put(FeatureSlot slot, int column) {
        CellKind kind = rows.kind(column);
        String text = rows.text(column);
        if (kind == CellKind.MISSING) {
            row.missing(slot.index());
        } else if (kind == CellKind.OTHER || text == null) {
            row.mistyped(slot.index());
        } else if (kind == CellKind.NUMBER && slot.type() != FeatureType.CATEGORICAL) {
            slot.number(row, rows.number(column));
        } else if (kind == CellKind.BOOLEAN) {
            slot.bool(row, Boolean.parseBoolean(text));
        } else {
            slot.text(row, text);
        }
    }

    private long eventTime() throws IOException {
        if (rows.kind(timeColumn) == CellKind.NUMBER) {
            double millis = rows.number(timeColumn);
            if (Math.abs(millis) >= LEAST_MILLIS && Math.abs(millis) < MOST_MILLIS) {
                return (long) millis;
            }
            throw noTime("does not look like milliseconds since 1970");
        }
        String text = rows.text(timeColumn);
        OptionalLong time = text == null ? OptionalLong.empty() : EventTimes.parse(text);
        return time.orElseThrow(() -> noTime("is no time such as 2001-01-31T10:15:00Z"));
    }

    private BrokenFileException noTime(String reason) {
        String column = rows.columns().get(timeColumn);
        return new BrokenFileException(
                rows.place(), "event time '%s' in column '%s' %s".formatted(rows.text(timeColumn), column, reason));
    }

    private int indexOf(@Nullable String column) {
        return column == null ? ABSENT : rows.columns().indexOf(column);
    }
}
