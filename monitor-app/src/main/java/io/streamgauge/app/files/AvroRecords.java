package io.streamgauge.app.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The records of an Avro container file. */
final class AvroRecords implements FlatRecords {
    private final Path file;
    private final DataFileStream<GenericRecord> records;
    private long row = 0;

    private AvroRecords(Path file, DataFileStream<GenericRecord> records) {
        this.file = file;
        this.records = records;
    }

    static FlatRecords open(Path file) throws IOException {
        DataFileStream<GenericRecord> records;
        try {
            records = new DataFileStream<>(RowSources.bytes(file), new GenericDatumReader<>());
        } catch (IOException | RuntimeException e) {
            throw new BrokenFileException(file.toString(), "not an Avro file: " + BrokenFileException.reason(e), e);
        }
        if (records.getSchema().getType() != Schema.Type.RECORD) {
            records.close();
            throw new BrokenFileException(file.toString(), "the file does not hold records");
        }
        return new AvroRecords(file, records);
    }

    @Override
    public @Nullable Map<String, Object> next() throws IOException {
        row++;
        GenericRecord next;
        try {
            next = records.hasNext() ? records.next() : null;
        } catch (RuntimeException e) {
            // Avro's reader throws a dozen kinds of exceptions for damaged bytes.
            throw new BrokenFileException(place(), BrokenFileException.reason(e), e);
        }
        if (next == null) {
            return null;
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        AvroCells.flatten(List.of(), next.getSchema(), next, cells);
        return cells;
    }

    @Override
    public String place() {
        return file + ", row " + row;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
