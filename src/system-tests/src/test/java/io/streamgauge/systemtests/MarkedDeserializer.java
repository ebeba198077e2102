package io.streamgauge.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what {@link MarkedSerializer} wrote. */
public final class MarkedDeserializer implements Deserializer<Object> {
    private byte[] mark = {};

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        mark = properties.get(MarkedSerializer.MARK).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object deserialize(String topic, byte[] data) {
        if (data == null) {
            return null;
        }
        byte[] file = Arrays.copyOfRange(data, mark.length, data.length);
        try (var reader = new DataFileReader<>(new SeekableByteArrayInput(file), new GenericDatumReader<>())) {
            return reader.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
