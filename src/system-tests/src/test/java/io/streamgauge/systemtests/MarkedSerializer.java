package io.streamgauge.systemtests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serializer;

/** A user's own way to write records: a mark that the configuration gives, then a whole Avro file. Found by its name. */
public final class MarkedSerializer implements Serializer<GenericRecord> {
    static final String MARK = "mark";

    private byte[] mark = {};

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        if (isKey || !properties.containsKey("schema.registry.url")) {
            throw new IllegalArgumentException("expected to write values, with the registry's address at hand");
        }
        mark = properties.get(MARK).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] serialize(String topic, GenericRecord record) {
        if (record == null) {
            return null;
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(mark);
        try (var file = new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(record.getSchema()))) {
            file.create(record.getSchema(), bytes).append(record);
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
