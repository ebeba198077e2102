package io.streamgauge.app.files;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Cells from Avro values: by the same rules as the live decoder, but from values that Avro has read. */
final class AvroCells {
    private static final long MS_PER_DAY = Duration.ofDays(1).toMillis();

    private AvroCells() {}

    static void flatten(List<String> path, Schema declared, @Nullable Object value, Map<String, Object> cells) {
        if (value == null) {
            return;
        }
        Schema schema = resolved(declared, value);
        if (value instanceof GenericRecord fields) {
            for (Schema.Field field : schema.getFields()) {
                flatten(below(path, field.name()), field.schema(), fields.get(field.pos()), cells);
            }
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> flatten(below(path, key.toString()), schema.getValueType(), entry, cells));
        } else {
            cells.putIfAbsent(ObjectCells.columnName(path), cell(schema, value));
        }
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private static Object cell(Schema schema, Object value) {
        return switch (schema.getType()) {
            case INT, LONG -> whole(schema.getLogicalType(), ((Number) value).longValue());
            case FLOAT, DOUBLE -> ((Number) value).doubleValue();
            case BOOLEAN -> value;
            case STRING, ENUM -> value.toString();
            case BYTES -> decimal(schema, bytes((ByteBuffer) value));
            case FIXED -> decimal(schema, ((GenericFixed) value).bytes());
            case ARRAY -> items(schema.getElementType(), (List<?>) value);
            case NULL, MAP, RECORD, UNION -> ObjectCells.OTHER;
        };
    }

    private static List<@Nullable Object> items(Schema declared, List<?> values) {
        List<@Nullable Object> items = new ArrayList<>();
        for (Object value : values) {
            items.add(value == null ? null : item(resolved(declared, value), value));
        }
        return items;
    }

    private static Object item(Schema schema, Object value) {
        Object cell = cell(schema, value);
        return cell == ObjectCells.OTHER || cell instanceof List ? value.toString() : cell;
    }

    private static Schema resolved(Schema declared, Object value) {
        return declared.isUnion() ? declared.getTypes().get(GenericData.get().resolveUnion(declared, value)) : declared;
    }

    private static Object whole(@Nullable LogicalType logical, long value) {
        return switch (logical == null ? "" : logical.getName()) {
            case "date" -> value * MS_PER_DAY;
            case "timestamp-micros", "local-timestamp-micros" -> Math.floorDiv(value, 1_000L);
            case "timestamp-nanos", "local-timestamp-nanos" -> Math.floorDiv(value, 1_000_000L);
            case "time-micros" -> value / 1e3;
            default -> value;
        };
    }

    private static Object decimal(Schema schema, byte[] unscaled) {
        return schema.getLogicalType() instanceof LogicalTypes.Decimal decimal && unscaled.length > 0
                ? new BigDecimal(new BigInteger(unscaled), decimal.getScale()).doubleValue()
                : ObjectCells.OTHER;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
