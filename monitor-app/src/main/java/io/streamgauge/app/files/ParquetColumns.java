package io.streamgauge.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import blue.strategic.parquet.ParquetReader;
import io.streamgauge.schemas.event.FeatureSlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Some columns of a Parquet file, row by row: only their pages are read, and a value is neither boxed nor made a string. What the
 * cells are is the same as with {@link ParquetRows}.
 */
final class ParquetColumns implements RowSource {
    private final Path file;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final String createdBy;
    private final List<String> names;
    private final List<Column> columns;
    private long rowsLeft;
    private long row;

    private ParquetColumns(Path file, ParquetFileReader reader, List<ColumnDescriptor> wanted) {
        this.file = file;
        this.reader = reader;
        this.schema = ParquetProjection.of(reader.getFileMetaData().getSchema(), wanted);
        this.createdBy = reader.getFileMetaData().getCreatedBy();
        this.names = wanted.stream().map(ParquetColumns::name).toList();
        this.columns = wanted.stream().map(Column::new).toList();
        reader.setRequestedSchema(schema);
    }

    /** Columns that are not there are left out. */
    static RowSource open(Path file, Set<String> names) throws IOException {
        ParquetFileReader reader = null;
        try {
            reader = ParquetFileReader.open(ParquetReader.makeInputFile(file.toFile()));
            List<ColumnDescriptor> wanted = new ArrayList<>();
            for (ColumnDescriptor column : reader.getFileMetaData().getSchema().getColumns()) {
                if (column.getMaxRepetitionLevel() == 0 && names.contains(name(column))) {
                    wanted.add(column);
                }
            }
            if (!wanted.isEmpty() && wanted.stream().allMatch(Column::isPlain)) {
                return new ParquetColumns(file, reader, wanted);
            }
            reader.close();
            return ParquetRows.open(file); // rare types take the slower way
        } catch (IOException | RuntimeException e) {
            if (reader != null) {
                reader.close();
            }
            // Parquet's reader throws many kinds of exceptions for what is no Parquet file.
            throw new BrokenFileException(file.toString(), BrokenFileException.reason(e), e);
        }
    }

    private static String name(ColumnDescriptor column) {
        return ObjectCells.columnName(Arrays.asList(column.getPath()));
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public boolean next() throws IOException {
        row++;
        try {
            while (rowsLeft == 0) {
                PageReadStore group = reader.readNextRowGroup();
                if (group == null) {
                    return false;
                }
                rowsLeft = group.getRowCount();
                var store = new ColumnReadStoreImpl(group, ParquetProjection.deafTo(schema), schema, createdBy);
                columns.forEach(column -> column.reader = store.getColumnReader(column.descriptor));
            }
            rowsLeft--;
            for (Column column : columns) {
                column.next();
            }
            return true;
        } catch (IOException | RuntimeException e) {
            throw new BrokenFileException(place(), BrokenFileException.reason(e), e);
        }
    }

    @Override
    public CellKind kind(int column) {
        return columns.get(column).kind;
    }

    @Override
    public double number(int column) {
        Column at = columns.get(column);
        if (at.kind != CellKind.NUMBER) {
            return Double.NaN;
        }
        return at.isWhole ? (double) at.whole : at.number;
    }

    @Override
    public @Nullable String text(int column) {
        Column at = columns.get(column);
        return switch (at.kind) {
            case TEXT -> new String(at.utf8, UTF_8);
            case NUMBER -> at.isWhole ? Long.toString(at.whole) : FeatureSlot.textOf(at.number);
            case BOOLEAN -> Boolean.toString(at.whole == 1);
            case MISSING, OTHER -> null;
        };
    }

    @Override
    public byte @Nullable [] utf8(int column) {
        Column at = columns.get(column);
        return at.kind == CellKind.TEXT ? at.utf8 : RowSource.super.utf8(column);
    }

    @Override
    public String place() {
        return file + ", row " + row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** A column and its cell in the current row. */
    private static final class Column {
        private static final byte[] NO_BYTES = {};

        private final ColumnDescriptor descriptor;
        private final PrimitiveType.PrimitiveTypeName type;
        private final boolean isWhole;
        private final ParquetCell meaning;
        private ColumnReader reader;
        private CellKind kind = CellKind.MISSING;
        private long whole;
        private double number;
        private byte[] utf8 = NO_BYTES;

        @SuppressWarnings("NullAway.Init") // the reader comes with the first group of rows
        Column(ColumnDescriptor descriptor) {
            this.descriptor = descriptor;
            this.type = descriptor.getPrimitiveType().getPrimitiveTypeName();
            this.isWhole =
                    type == PrimitiveType.PrimitiveTypeName.INT32 || type == PrimitiveType.PrimitiveTypeName.INT64;
            this.meaning = ParquetCell.of(descriptor.getPrimitiveType());
        }

        static boolean isPlain(ColumnDescriptor column) {
            return ParquetCell.isPlain(column.getPrimitiveType());
        }

        void next() {
            if (reader.getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel()) {
                kind = CellKind.MISSING;
            } else {
                read();
            }
            reader.consume();
        }

        private void read() {
            switch (type) {
                case INT32 -> whole((long) reader.getInteger());
                case INT64 -> whole(reader.getLong());
                case FLOAT -> number((double) reader.getFloat());
                case DOUBLE -> number(reader.getDouble());
                case BOOLEAN -> {
                    kind = CellKind.BOOLEAN;
                    whole = reader.getBoolean() ? 1 : 0;
                }
                default -> {
                    kind = CellKind.TEXT;
                    utf8 = reader.getBinary().getBytesUnsafe();
                }
            }
        }

        private void whole(long raw) {
            kind = CellKind.NUMBER;
            whole = (Long) meaning.of(raw);
        }

        private void number(double raw) {
            kind = CellKind.NUMBER;
            number = raw;
        }
    }
}
