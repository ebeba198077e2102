package io.streamgauge.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** An event to send: mutable, as builders are. Its record is written a second after it happened. */
final class Event {
    private static final Schema SCHEMA = new Schema.Parser().parse("""
                    {"type": "record", "name": "Visit", "fields": [
                      {"name": "id", "type": "string"},
                      {"name": "ts", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                      {"name": "version", "type": ["null", "string"]},
                      {"name": "x", "type": ["null", "double", "string"]},
                      {"name": "c", "type": ["null", "string", "double", {"type": "array", "items": "int"}]}
                    ]}""");

    private static final long LAG_MS = 1000;

    private final Map<String, Object> features = new HashMap<>(Map.of("x", 0.5, "c", "a"));
    private final Headers headers = new RecordHeaders();
    private long eventMs = Fixtures.MIDNIGHT.toEpochMilli();
    private @Nullable Long recordMs;
    private @Nullable String version;
    private Schema schema = SCHEMA;

    Event at(String hoursAndMinutes) {
        return atMs(Fixtures.timeMs(hoursAndMinutes));
    }

    Event atMs(long ms) {
        eventMs = ms;
        return this;
    }

    /** The record's own timestamp, where it is not a second behind the event. */
    Event writtenAt(String hoursAndMinutes) {
        recordMs = Fixtures.timeMs(hoursAndMinutes);
        return this;
    }

    /** Another column than all others have. */
    Event column(String name, double value) {
        var fields = new ArrayList<Schema.Field>();
        SCHEMA.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field(name, Schema.create(Schema.Type.DOUBLE)));
        schema = Schema.createRecord("Visit", null, null, false, fields);
        return feature(name, value);
    }

    /** A header of the record. */
    Event header(String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
        return this;
    }

    Headers headers() {
        return headers;
    }

    Event feature(String name, @Nullable Object value) {
        features.put(name, value);
        return this;
    }

    Event version(String name) {
        version = name;
        return this;
    }

    long eventMs() {
        return eventMs;
    }

    long recordMs() {
        return recordMs == null ? eventMs + LAG_MS : recordMs;
    }

    byte[] bytes(InMemoryRegistry registry) {
        GenericRecord out = new GenericData.Record(schema);
        out.put("id", "id-" + eventMs);
        out.put("ts", eventMs);
        out.put("version", version);
        features.forEach(out::put);
        try {
            var bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(schema).write(out, encoder);
            encoder.flush();
            String last = schema.getFields().get(schema.getFields().size() - 1).name();
            return WireFormat.encode(registry.register("visits of " + last, schema), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
