package io.streamgauge.app.demo;

import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Turns the events of one topic into Confluent wire format. Not thread-safe. */
final class AvroWriter {

    private final Schema schema;
    private final int schemaId;
    private final GenericDatumWriter<GenericRecord> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private @Nullable BinaryEncoder encoder;

    /** For the schema in that resource of the demo, registered for the values of the topic. */
    AvroWriter(String resource, String topic, SchemaRegistry registry) {
        schema = parse(resource);
        schemaId = registry.register(topic + "-value", schema);
        writer = new GenericDatumWriter<>(schema);
    }

    /** The record whose fields, in the order of the schema, have these values. */
    byte[] write(Object... values) {
        var event = new GenericData.Record(schema);
        for (var i = 0; i < values.length; i++) {
            event.put(i, values[i]);
        }
        try {
            bytes.reset();
            encoder = EncoderFactory.get().directBinaryEncoder(bytes, encoder);
            writer.write(event, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the stream is in memory
        }
        return WireFormat.encode(schemaId, bytes.toByteArray());
    }

    private static Schema parse(String resource) {
        try (var json = AvroWriter.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("this build lacks " + resource);
            }
            return new Schema.Parser().parse(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
