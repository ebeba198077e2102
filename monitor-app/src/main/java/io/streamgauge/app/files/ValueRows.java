package io.streamgauge.app.files;

import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Absent;
import io.streamgauge.checks.valueskew.Value.Bool;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a file as an identifier and values to compare. Not thread-safe. */
public final class ValueRows implements Closeable {
    private static final double WHOLE_NUMBER_LIMIT = 1L << 53;

    private final RowSource rows;
    private final List<String> features;
    /** Where they are in this file, -1 for not. */
    private final int[] identifierColumns;

    private final int[] featureColumns;

    private ValueRows(RowSource rows, List<String> identifiers, List<String> features) {
        this.rows = rows;
        this.features = features;
        this.identifierColumns =
                identifiers.stream().mapToInt(rows.columns()::indexOf).toArray();
        this.featureColumns =
                features.stream().mapToInt(rows.columns()::indexOf).toArray();
    }

    /**
     * Opens a file at its first row.
     *
     * @param identifiers columns that make up the identifier; the file need not have them, nor the features
     */
    public static ValueRows open(Path file, List<String> identifiers, List<String> features) throws IOException {
        return new ValueRows(RowSources.open(file), identifiers, features);
    }

    public boolean next() throws IOException {
        return rows.next();
    }

    /** The identifier of the row, the same for 7, 7.0 and "7"; empty if the row lacks a part of it. */
    public Optional<List<String>> identifier() {
        List<String> parts = new ArrayList<>(identifierColumns.length);
        for (int column : identifierColumns) {
            String part = column < 0 ? null : part(column);
            if (part == null) {
                return Optional.empty();
            }
            parts.add(part);
        }
        return Optional.of(List.copyOf(parts));
    }

    private @Nullable String part(int column) {
        String text = text(column);
        if (text == null || rows.kind(column) != CellKind.NUMBER || !text.endsWith(".0")) {
            return text;
        }
        return text.substring(0, text.length() - 2);
    }

    private @Nullable String text(int column) {
        List<@Nullable Object> items = rows.items(column);
        if (items == null) {
            return rows.text(column);
        }
        Value only = items.size() == 1 ? item(items.get(0)) : Absent.ABSENT;
        return only.isEmpty() ? null : only.text();
    }

    /** The values of the row in the order of the features; of those that the file lacks they are absent. */
    public Value[] values() throws IOException {
        Value[] values = new Value[featureColumns.length];
        Arrays.fill(values, Absent.ABSENT);
        for (int i = 0; i < values.length; i++) {
            if (featureColumns[i] >= 0) {
                values[i] = value(featureColumns[i], features.get(i));
            }
        }
        return values;
    }

    private Value value(int column, String feature) throws IOException {
        CellKind kind = rows.kind(column);
        String text = rows.text(column);
        if (kind == CellKind.MISSING) {
            return Absent.ABSENT;
        }
        if (kind == CellKind.OTHER || text == null) {
            List<@Nullable Object> items = rows.items(column);
            if (items == null) {
                throw new BrokenFileException(
                        rows.place(), "'%s' holds bytes, which are not compared; --ignore it".formatted(feature));
            }
            return new Items(items.stream().map(ValueRows::item).toList());
        }
        if (kind == CellKind.NUMBER) {
            double number = rows.number(column);
            return new Numeric(number, rows.typed() && isExact(number) ? null : text);
        }
        return kind == CellKind.BOOLEAN ? new Bool(Boolean.parseBoolean(text)) : new Text(text);
    }

    private static Value item(@Nullable Object item) {
        if (item instanceof Long whole) {
            return new Numeric((double) (long) whole, isExact((double) (long) whole) ? null : whole.toString());
        }
        if (item instanceof Double number) {
            return Numeric.of(number);
        }
        if (item instanceof Boolean truth) {
            return new Bool(truth);
        }
        return item == null ? Absent.ABSENT : new Text(item.toString());
    }

    /** Whether the double tells all about the number that it was read from. */
    private static boolean isExact(double number) {
        return !(Math.abs(number) >= WHOLE_NUMBER_LIMIT) || Double.isInfinite(number);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** The columns of a file. */
    public static List<String> columns(Path file) throws IOException {
        try (RowSource rows = RowSources.open(file)) {
            return rows.columns();
        }
    }
}
