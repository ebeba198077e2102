package io.streamgauge.app.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a file whose records need not have the same keys: read once for the names of the columns, then for the rows. */
final class FlatRows extends ObjectCells {
    private static final int MAX_COLUMNS = 10_000;

    private final FlatRecords records;
    private final List<String> columns;
    private Map<String, Object> current = Map.of();

    private FlatRows(FlatRecords records, List<String> columns) {
        this.records = records;
        this.columns = columns;
    }

    static RowSource ofJsonLines(Path file) throws IOException {
        return open(file, JsonLines::new);
    }

    static RowSource ofAvro(Path file) throws IOException {
        return open(file, AvroRecords::open);
    }

    @FunctionalInterface
    private interface Opener {
        FlatRecords open(Path file) throws IOException;
    }

    private static RowSource open(Path file, Opener opener) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (FlatRecords records = opener.open(file)) {
            for (Map<String, Object> each = records.next(); each != null; each = records.next()) {
                names.addAll(each.keySet());
                if (names.size() > MAX_COLUMNS) {
                    throw new BrokenFileException(records.place(), "more than " + MAX_COLUMNS + " different keys");
                }
            }
        }
        return new FlatRows(opener.open(file), List.copyOf(names));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next() throws IOException {
        Map<String, Object> next = records.next();
        current = next == null ? Map.of() : next;
        return next != null;
    }

    @Override
    @Nullable
    Object cell(int column) {
        return current.get(columns.get(column));
    }

    @Override
    public String place() {
        return records.place();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
