package io.streamgauge.schemas.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * An event that means nothing, in the form of a source's own, to see whether it comes through: it has a time and an id, and every
 * other field is null, empty or zero. The header {@value #HEADER} marks its record; the value of the header is the canary's name.
 */
public final class CanaryEvent {
    public static final String HEADER = "streamgauge-canary";

    private static final int MAX_DEPTH = 50;
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CanaryEvent() {}

    /** A JSON object with nothing but the time and the id, where the mapping says. */
    public static byte[] json(SourceMapping mapping, String id, long nowMs) {
        var root = new HashMap<String, Object>();
        if (mapping.id() != null) {
            put(root, Arrays.asList(mapping.id().split("\\.", -1)), id);
        }
        put(
                root,
                Arrays.asList(mapping.eventTime().split("\\.", -1)),
                Instant.ofEpochMilli(nowMs).toString());
        try {
            return JSON.writeValueAsString(root).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * By the schema of other events.
     *
     * @throws IllegalArgumentException if no such event can be made
     */
    public static byte[] avro(SourceMapping mapping, Schema schema, int schemaId, String id, long nowMs) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new IllegalArgumentException("schema " + schemaId + " is of no record");
        }
        var wanted = new HashMap<String, Object>();
        if (mapping.id() != null) {
            put(wanted, AvroDecoder.steps(schema, mapping.id()), id);
        }
        put(wanted, AvroDecoder.steps(schema, mapping.eventTime()), Instant.ofEpochMilli(nowMs));
        try {
            var bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema).write(value(schema, wanted, 0), encoder);
            encoder.flush();
            return WireFormat.encode(schemaId, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the stream is in memory
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> root, List<String> steps, Object value) {
        Map<String, Object> at = root;
        for (int i = 0; i < steps.size(); i++) {
            if (i == steps.size() - 1) {
                at.put(steps.get(i), value);
            } else {
                at = (Map<String, Object>) at.computeIfAbsent(steps.get(i), step -> new HashMap<String, Object>());
            }
        }
    }

    /** @param wanted a text, an instant, what is wanted of its parts, or null for anything */
    private static @Nullable Object value(Schema schema, @Nullable Object wanted, int depth) {
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> false;
            case INT -> wanted instanceof Instant time ? (int) (time.toEpochMilli() / MILLIS_PER_DAY) : 0;
            case LONG -> wanted instanceof Instant time ? units(schema, time) : 0L;
            case FLOAT -> wanted instanceof Instant time ? (float) time.toEpochMilli() : 0f;
            case DOUBLE -> wanted instanceof Instant time ? (double) time.toEpochMilli() : 0.0;
            case STRING -> wanted == null || wanted instanceof Map ? "" : wanted.toString();
            case BYTES -> ByteBuffer.allocate(0);
            case FIXED -> new GenericData.Fixed(schema, new byte[schema.getFixedSize()]);
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(0));
            case ARRAY -> List.of();
            case MAP -> map(schema, wanted, depth);
            case RECORD -> record(schema, wanted, depth);
            case UNION -> value(branch(schema, wanted), wanted, depth + 1);
        };
    }

    private static long units(Schema schema, Instant time) {
        String logical =
                schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
        return logical.endsWith("micros")
                ? time.toEpochMilli() * 1000
                : logical.endsWith("nanos") ? time.toEpochMilli() * 1_000_000 : time.toEpochMilli();
    }

    /** Null where it may be and nothing is wanted. */
    private static Schema branch(Schema union, @Nullable Object wanted) {
        List<Schema> branches = union.getTypes();
        return branches.stream()
                .filter(branch -> (branch.getType() == Schema.Type.NULL) == (wanted == null))
                .findFirst()
                .orElse(branches.get(0));
    }

    private static Map<String, Object> map(Schema schema, @Nullable Object wanted, int depth) {
        var map = new HashMap<String, Object>();
        if (wanted instanceof Map<?, ?> parts) {
            parts.forEach((key, part) -> map.put(key.toString(), value(schema.getValueType(), part, depth + 1)));
        }
        return map;
    }

    private static GenericData.Record record(Schema schema, @Nullable Object wanted, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(schema.getName() + " holds itself");
        }
        var record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            Object part = wanted instanceof Map<?, ?> parts ? parts.get(field.name()) : null;
            record.put(field.pos(), value(field.schema(), part, depth + 1));
        }
        return record;
    }
}
