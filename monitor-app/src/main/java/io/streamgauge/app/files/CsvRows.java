package io.streamgauge.app.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file with a header line. An empty cell is missing; the text of the others decides what they are. */
final class CsvRows implements RowSource {
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private final Path file;
    private final CsvReader<CsvCells> reader;
    private final Iterator<CsvCells> records;
    private List<String> columns = List.of();
    private RecentWords[] words = {};
    private long line = 0;
    private @Nullable CsvCells current;

    private CsvRows(Path file, CsvReader<CsvCells> reader) {
        this.file = file;
        this.reader = reader;
        this.records = reader.iterator();
    }

    static RowSource open(Path file) throws IOException {
        CsvReader<CsvCells> reader = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                .build(new CsvCells(), RowSources.bytes(file));
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
        columns = List.copyOf(current.strings());
        words = Stream.generate(() -> new RecentWords(CsvRows::meaning))
                .limit(columns.size())
                .toArray(RecentWords[]::new);
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
            line = current.line();
        }
        return current != null;
    }

    @Override
    public CellKind kind(int column) {
        CsvCells cells = cells();
        int start = cells.start(column);
        int end = cells.end(column);
        if (start == end) {
            return CellKind.MISSING;
        }
        if (NumberText.isNumber(cells.text(), start, end)) {
            return CellKind.NUMBER;
        }
        return isBoolean(words[column].of(cells.text(), start, end)) ? CellKind.BOOLEAN : CellKind.TEXT;
    }

    @Override
    public double number(int column) {
        CsvCells cells = cells();
        return NumberText.number(cells.text(), cells.start(column), cells.end(column));
    }

    @Override
    public @Nullable String text(int column) {
        CsvCells cells = cells();
        int start = cells.start(column);
        int end = cells.end(column);
        return start == end ? null : words[column].of(cells.text(), start, end);
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

    private CsvCells cells() {
        if (current == null) {
            throw new IllegalStateException("no row: call next() first");
        }
        return current;
    }

    private static String meaning(String cell) {
        return isBoolean(cell) ? cell.toLowerCase(Locale.ROOT) : cell;
    }

    /** Python writes them with a capital letter. */
    private static boolean isBoolean(String cell) {
        return cell.length() <= 5 && BOOLEANS.contains(cell.toLowerCase(Locale.ROOT));
    }
}
