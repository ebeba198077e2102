package io.streamgauge.app.files;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file. Lists and maps are left out. */
final class ParquetRows extends ObjectCells {
    private final Path file;
    private final List<String> columns;
    private final List<ParquetCell> types;
    private final ParquetReader<@Nullable Object[], @Nullable Object[], @Nullable Integer> reader;
    private @Nullable Object[] current = {};
    private long row = 0;

    private ParquetRows(Path file, List<ColumnDescriptor> flat) throws IOException {
        this.file = file;
        this.columns = flat.stream().map(ParquetRows::name).toList();
        this.types = flat.stream()
                .map(column -> ParquetCell.of(column.getPrimitiveType()))
                .toList();
        this.reader = ParquetReader.spliterator(file.toFile(), new CellsOfRow(columns.size()), this::indexOf);
    }

    static RowSource open(Path file) throws IOException {
        try {
            List<ColumnDescriptor> flat = new ArrayList<>();
            for (ColumnDescriptor column : ParquetReader.readMetadata(file.toFile())
                    .getFileMetaData()
                    .getSchema()
                    .getColumns()) {
                if (column.getMaxRepetitionLevel() == 0) {
                    flat.add(column);
                }
            }
            return new ParquetRows(file, flat);
        } catch (IOException | RuntimeException e) {
            // Parquet's reader throws many kinds of exceptions for what is no Parquet file.
            throw new BrokenFileException(file.toString(), BrokenFileException.reason(e), e);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next() throws IOException {
        row++;
        try {
            return reader.tryAdvance(cells -> current = cells);
        } catch (RuntimeException e) {
            throw new BrokenFileException(place(), BrokenFileException.reason(e), e);
        }
    }

    @Override
    @Nullable
    Object cell(int column) {
        Object raw = current[column];
        return raw == null ? null : types.get(column).of(raw);
    }

    @Override
    public String place() {
        return file + ", row " + row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable Integer indexOf(String[] path) {
        int index = columns.indexOf(columnName(Arrays.asList(path)));
        return index < 0 ? null : index;
    }

    private static String name(ColumnDescriptor column) {
        return columnName(Arrays.asList(column.getPath()));
    }

    /** Collects the values of one row by the index of their column. */
    private record CellsOfRow(int size) implements Hydrator<@Nullable Object[], @Nullable Object[], @Nullable Integer> {
        @Override
        public @Nullable Object[] start() {
            return new Object[size];
        }

        @Override
        public @Nullable Object[] add(@Nullable Object[] row, @Nullable Integer column, @Nullable Object value) {
            if (column != null) {
                row[column] = value;
            }
            return row;
        }

        @Override
        public @Nullable Object[] finish(@Nullable Object[] row) {
            return row;
        }
    }
}
