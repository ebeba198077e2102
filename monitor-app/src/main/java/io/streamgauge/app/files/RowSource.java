package io.streamgauge.app.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What do the rows of a file hold? Goes from row to row; the cells are those of the row that {@link #next} went to last.
 * Nested records and maps are columns with names joined by dots, those inside a field {@code features} without its name:
 * the names under which the live decoders find them. Not thread-safe.
 */
public interface RowSource extends Closeable {
    /** Names of the columns, distinct, in the order of the file. */
    List<String> columns();

    /**
     * Goes to the next row.
     *
     * @return false behind the last row
     * @throws BrokenFileException if the file cannot be read on, with the place
     */
    boolean next() throws IOException;

    CellKind kind(int column);

    /** The cell's number, NaN if it holds none. */
    double number(int column);

    /**
     * The cell as a category: a text as it is written, a whole number without {@code .0}, {@code true} or {@code false};
     * null if it is missing or nothing of the kind.
     */
    @Nullable
    String text(int column);

    /** {@link #text} in UTF-8; formats that hold bytes spare the way there and back. To be read only. */
    default byte @Nullable [] utf8(int column) {
        String text = text(column);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The elements of a cell that is a list: {@code Long}, {@code Double}, {@code Boolean}, {@code String} or null; null if
     * it is none. What is nested in a list is the text of it.
     */
    default @Nullable List<@Nullable Object> items(int column) {
        return null;
    }

    /** Whether the format has types, so that {@code "1"} is known to be a text and 1 a number. */
    default boolean typed() {
        return true;
    }

    /** The place of the row for messages, such as {@code trips.csv, line 17}. */
    String place();
}
