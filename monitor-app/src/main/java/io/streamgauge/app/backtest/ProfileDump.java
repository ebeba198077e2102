package io.streamgauge.app.backtest;

import io.streamgauge.app.files.BrokenFileException;
import io.streamgauge.schemas.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Records of the profiles topic in an Avro file: a past that can be judged again and again. */
public record ProfileDump(Path file) implements Panes {
    private static final int LIGHT = 1;

    /** Writes the panes to the file. */
    public void write(Panes panes) throws IOException {
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(Contracts.WINDOW_PROFILE))) {
            writer.setCodec(CodecFactory.deflateCodec(LIGHT));
            writer.create(Contracts.WINDOW_PROFILE, file.toFile());
            var failures = new IOException[1];
            panes.forEach(record -> {
                try {
                    writer.append(record);
                } catch (IOException e) {
                    failures[0] = e;
                }
            });
            if (failures[0] != null) {
                throw failures[0];
            }
        }
    }

    /** The panes of a range of event time alone. */
    public Panes within(TimeRange range) {
        return consumer -> forEach(record -> {
            if (range.contains((Long) record.get("windowStart"))) {
                consumer.accept(record);
            }
        });
    }

    @Override
    public void forEach(Consumer<GenericRecord> consumer) throws IOException {
        var reader = new GenericDatumReader<GenericRecord>();
        reader.setExpected(Contracts.WINDOW_PROFILE);
        try (var records = new DataFileReader<>(file.toFile(), reader)) {
            records.forEach(consumer);
        } catch (AvroRuntimeException e) {
            throw new BrokenFileException(file.toString(), "no file of profiles, or it is cut short", e);
        }
    }
}
