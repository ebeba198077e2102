package io.streamgauge.app.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file. Maps, lists of lists and lists of records are left out. */
final class ParquetRows extends ObjectCells {
    private final Path file;
    private final ParquetFileReader reader;
    private final List<ParquetColumn> columns;
    private final @Nullable Object[] current;
    private List<ColumnReader> group = List.of();
    private long leftInGroup = 0;
    private long row = 0;

    private ParquetRows(Path file, ParquetFileReader reader) {
        this.file = file;
        this.reader = reader;
        MessageType schema = reader.getFileMetaData().getSchema();
        this.columns = schema.getColumns().stream()
                .map(column -> ParquetColumn.of(column, schema))
                .flatMap(Optional::stream)
                .toList();
        this.current = new Object[columns.size()];
        reader.setRequestedSchema(
                columns.stream().map(ParquetColumn::descriptor).toList());
    }

    static RowSource open(Path file) throws IOException {
        try {
            return new ParquetRows(file, ParquetFileReader.open(new LocalInputFile(file)));
        } catch (IOException | RuntimeException e) {
            // Parquet's reader throws many kinds of exceptions for what is no Parquet file.
            throw new BrokenFileException(file.toString(), BrokenFileException.reason(e), e);
        }
    }

    @Override
    public List<String> columns() {
        return columns.stream().map(ParquetColumn::name).toList();
    }

    @Override
    public boolean next() throws IOException {
        row++;
        try {
            while (leftInGroup == 0) {
                if (!nextGroup()) {
                    return false;
                }
            }
            for (int i = 0; i < current.length; i++) {
                current[i] = columns.get(i).next(group.get(i));
            }
            leftInGroup--;
            return true;
        } catch (IOException | RuntimeException e) {
            throw new BrokenFileException(place(), BrokenFileException.reason(e), e);
        }
    }

    private boolean nextGroup() throws IOException {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
            return false;
        }
        FileMetaData about = reader.getFileMetaData();
        var converter = new DummyRecordConverter(about.getSchema()).getRootConverter();
        var store = new ColumnReadStoreImpl(pages, converter, about.getSchema(), about.getCreatedBy());
        group = columns.stream()
                .map(column -> store.getColumnReader(column.descriptor()))
                .toList();
        leftInGroup = pages.getRowCount();
        return true;
    }

    @Override
    @Nullable
    Object cell(int column) {
        return current[column];
    }

    @Override
    public String place() {
        return file + ", row " + row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
