package io.streamgauge.app.files;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.schemas.decode.Rejection;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.EventTimes;
import io.streamgauge.schemas.event.FeatureSlot;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would the records of a topic have said, had the rows of a file been sent to it? A column stands for the field whose path is
 * its name; times, versions and values are taken as the live decoders take them. Not thread-safe.
 */
public final class FileEvents implements Closeable {
    private static final int ABSENT = -1;

    private final RowSource rows;
    private final SourceMapping mapping;
    private final FeatureSlot[] slots;
    private final int[] columns;
    private final int timeColumn;
    private final int idColumn;
    private final int versionColumn;
    private final int scoreSlot;
    private final int[] ageColumns;

    private FileEvents(RowSource rows, SourceMapping mapping) {
        this.rows = rows;
        this.mapping = mapping;
        int mapped = mapping.fields().size();
        this.slots = new FeatureSlot[mapped];
        this.columns = new int[mapped];
        for (int slot = 0; slot < mapped; slot++) {
            slots[slot] = new FeatureSlot(slot, mapping.fields().get(slot).type());
            columns[slot] = indexOf(mapping.fields().get(slot).path());
        }
        this.timeColumn = indexOf(mapping.eventTime());
        this.idColumn = indexOf(mapping.id());
        this.versionColumn = indexOf(mapping.version());
        this.ageColumns =
                mapping.ages().stream().mapToInt(age -> indexOf(age.path())).toArray();
        this.scoreSlot = mapping.features().size() > mapped + ageColumns.length ? scoreSlot(mapping) : ABSENT;
    }

    /**
     * Opens a file at its first row.
     *
     * @throws BrokenFileException if it cannot be read, or has no column with the event time
     */
    public static FileEvents open(Path file, SourceMapping mapping) throws IOException {
        RowSource rows = RowSources.open(file, paths(mapping));
        var events = new FileEvents(rows, mapping);
        if (events.timeColumn == ABSENT) {
            rows.close();
            throw new BrokenFileException(
                    file.toString(),
                    "no column '%s', which holds the event time of %s; there are %s"
                            .formatted(
                                    mapping.eventTime(),
                                    mapping.source().word(),
                                    String.join(", ", RowSources.columns(file))));
        }
        return events;
    }

    /** Mapped features that the file has no column for; in its events they are missing. */
    public List<String> absent() {
        var absent = new ArrayList<String>();
        for (int slot = 0; slot < columns.length; slot++) {
            if (columns[slot] == ABSENT) {
                absent.add(mapping.fields().get(slot).feature());
            }
        }
        return absent;
    }

    /** Goes to the next row; false behind the last. */
    public boolean next() throws IOException {
        return rows.next();
    }

    /** The event time of the row; empty if it has none. */
    public OptionalLong eventTimeMs() {
        return timeMs(timeColumn);
    }

    private OptionalLong timeMs(int column) {
        return switch (rows.kind(column)) {
            case NUMBER -> OptionalLong.of((long) rows.number(column));
            case TEXT -> EventTimes.parse(Objects.requireNonNullElse(rows.text(column), ""));
            default -> OptionalLong.empty();
        };
    }

    private void ages(EventBuffer out) {
        int first = mapping.features().size() - ageColumns.length;
        for (int i = 0; i < ageColumns.length; i++) {
            if (ageColumns[i] != ABSENT) {
                OptionalLong time = timeMs(ageColumns[i]);
                if (time.isPresent()) {
                    out.number(first + i, AgeField.seconds(out.eventTimeMs(), (double) time.getAsLong()));
                }
            }
        }
    }

    /** Clears the buffer and reads the row into it; why it is no event, null if it is one. */
    public @Nullable Rejection read(EventBuffer out) {
        out.clear();
        OptionalLong time = eventTimeMs();
        if (time.isEmpty()) {
            String detail = "'%s' is missing or no time".formatted(mapping.eventTime());
            return new Rejection(RejectReason.NO_EVENT_TIME, detail, null);
        }
        out.eventTime(time.getAsLong());
        if (idColumn != ABSENT) {
            out.id(rows.text(idColumn));
        }
        if (versionColumn != ABSENT) {
            out.version(rows.text(versionColumn));
        }
        for (int slot = 0; slot < slots.length; slot++) {
            if (columns[slot] != ABSENT) {
                SlotCells.put(rows, columns[slot], slots[slot], out);
            }
        }
        Double threshold = mapping.threshold();
        if (scoreSlot != ABSENT && threshold != null && !Double.isNaN(out.number(scoreSlot))) {
            out.bool(slots.length, out.number(scoreSlot) >= threshold);
        }
        ages(out);
        return null;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static int scoreSlot(SourceMapping mapping) {
        return mapping.features().stream().map(FeatureSchema::name).toList().indexOf(FeatureSchema.PREDICTION_SCORE);
    }

    private static Set<String> paths(SourceMapping mapping) {
        var paths = new LinkedHashSet<String>();
        paths.add(mapping.eventTime());
        mapping.fields().forEach(field -> paths.add(field.path()));
        mapping.ages().forEach(age -> paths.add(age.path()));
        if (mapping.id() != null) {
            paths.add(mapping.id());
        }
        if (mapping.version() != null) {
            paths.add(mapping.version());
        }
        return paths;
    }

    private int indexOf(@Nullable String column) {
        return column == null ? ABSENT : rows.columns().indexOf(column);
    }
}
