package io.streamgauge.app.detect;

import io.streamgauge.app.files.CellKind;
import io.streamgauge.app.files.RowSource;
import io.streamgauge.app.files.RowSources;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Columns of a file, in the order of the rows. False and true are 0 and 1; a missing cell is NaN. Not thread-safe. */
public final class ColumnValues implements Closeable {
    private static final int LISTED = 20;
    private static final int LONGEST_TEXT = 40;

    private final RowSource rows;
    private final List<String> names;
    private final int[] cells;
    private long index = -1;

    private ColumnValues(RowSource rows, List<String> names, int[] cells) {
        this.rows = rows;
        this.names = List.copyOf(names);
        this.cells = cells;
    }

    /**
     * Opens the columns before the first row.
     *
     * @throws IllegalArgumentException if the file lacks one of them
     * @throws IOException if the file cannot be read
     */
    public static ColumnValues open(Path file, List<String> columns) throws IOException {
        RowSource rows = RowSources.open(file);
        var cells = new int[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = rows.columns().indexOf(columns.get(i));
            if (cells[i] < 0) {
                rows.close();
                throw new IllegalArgumentException(
                        rows.columns().isEmpty()
                                ? "%s holds no rows".formatted(file)
                                : "%s has no column named %s; there are %s"
                                        .formatted(file, columns.get(i), listed(rows.columns())));
            }
        }
        return new ColumnValues(rows, columns, cells);
    }

    private static String listed(List<String> columns) {
        String names = String.join(", ", columns.subList(0, Math.min(LISTED, columns.size())));
        return columns.size() > LISTED ? names + " and " + (columns.size() - LISTED) + " more" : names;
    }

    /** Goes to the next row; false behind the last one. */
    public boolean next() throws IOException {
        index++;
        return rows.next();
    }

    /** The number of the row, 0 for the first. */
    public long index() {
        return index;
    }

    /** The place of the row for messages: {@code errors.csv, line 17}. */
    public String place() {
        return rows.place();
    }

    public List<String> names() {
        return names;
    }

    /** The values of the row, in the order of the names. */
    public double[] values() {
        return IntStream.range(0, cells.length).mapToDouble(this::value).toArray();
    }

    /**
     * A value of the row, NaN if there is none.
     *
     * @param column its index among the names
     *
     * @throws IllegalArgumentException if the cell holds something else than a number, true or false
     */
    public double value(int column) {
        int cell = cells[column];
        CellKind kind = rows.kind(cell);
        return switch (kind) {
            case NUMBER -> rows.number(cell);
            case BOOLEAN -> "true".equals(rows.text(cell)) ? 1 : 0;
            case MISSING -> Double.NaN;
            case TEXT, OTHER ->
                throw new IllegalArgumentException("%s: column %s holds %s, a detector needs numbers"
                        .formatted(
                                place(),
                                names.get(column),
                                kind == CellKind.TEXT ? shown(rows.text(cell)) : "a list or bytes"));
        };
    }

    private static String shown(@Nullable String text) {
        String plain = String.valueOf(text).replaceAll("\\p{Cntrl}", "?");
        return "'" + (plain.length() > LONGEST_TEXT ? plain.substring(0, LONGEST_TEXT) + "..." : plain) + "'";
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
