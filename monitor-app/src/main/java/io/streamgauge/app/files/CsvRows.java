package io.streamgauge.app.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file with a header line. An empty cell is missing; the text of the others decides what they are. */
final class CsvRows implements RowSource {
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private List<String> columns = List.of();
    private long line = 0;
    private @Nullable CsvRecord current;

    private CsvRows(Path file, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.reader = reader;
        this.records = reader.iterator();
    }

    static RowSource open(Path file) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                .ofCsvRecord(RowSources.bytes(file));
        CsvRows rows = new CsvRows(file, reader);
        try {
            rows.readHeader();
        } catch (IOException e) {
            rows.close();
            throw e;
        }
        return rows;
    }

    private void readHeader() throws IOException {
        if (!next() || current == null) {
            throw new BrokenFileException(file.toString(), "the file is empty: a line of column names is needed");
        }
        columns = List.copyOf(current.getFields());
        Set<String> names = new HashSet<>();
        for (String name : columns) {
            if (name.isBlank() || !names.add(name)) {
                throw new BrokenFileException(
                        place(), name.isBlank() ? "a column has no name" : "two columns are named '" + name + "'");
            }
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next() throws IOException {
        try {
            current = records.hasNext() ? records.next() : null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw new BrokenFileException(file + ", line " + (line + 1), BrokenFileException.reason(e), e);
        }
        if (current != null) {
            line = current.getStartingLineNumber();
        }
        return current != null;
    }

    @Override
    public CellKind kind(int column) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            return CellKind.MISSING;
        }
        if (NumberText.parse(cell).isPresent()) {
            return CellKind.NUMBER;
        }
        return isBoolean(cell) ? CellKind.BOOLEAN : CellKind.TEXT;
    }

    @Override
    public double number(int column) {
        OptionalDouble number = NumberText.parse(cell(column));
        return number.orElse(Double.NaN);
    }

    @Override
    public @Nullable String text(int column) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        return isBoolean(cell) ? cell.toLowerCase(Locale.ROOT) : cell;
    }

    @Override
    public boolean typed() {
        return false;
    }

    @Override
    public String place() {
        return file + ", line " + line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private String cell(int column) {
        if (current == null) {
            throw new IllegalStateException("no row: call next() first");
        }
        return current.getField(column);
    }

    /** Python writes them with a capital letter. */
    private static boolean isBoolean(String cell) {
        return cell.length() <= 5 && BOOLEANS.contains(cell.toLowerCase(Locale.ROOT));
    }
}
