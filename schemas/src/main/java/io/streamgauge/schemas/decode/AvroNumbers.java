package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.event.EventBuffer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Readers of numbers, also of those that logical types hide in ints, longs and bytes. */
final class AvroNumbers {
    private static final long MS_PER_DAY = Duration.ofDays(1).toMillis();
    /** Longer than any number that fits a double. */
    private static final int MAX_DECIMAL_BYTES = 256;

    private AvroNumbers() {}

    static AvroReader ofInt(Schema schema, Target target) {
        return logicalName(schema).equals("date")
                ? (in, out) -> target.instant(out, in.readInt() * MS_PER_DAY)
                : (in, out) -> target.integer(out, in.readInt());
    }

    static AvroReader ofLong(Schema schema, Target target) {
        return switch (logicalName(schema)) {
            case "timestamp-millis", "local-timestamp-millis" -> (in, out) -> target.instant(out, in.readLong());
            case "timestamp-micros", "local-timestamp-micros" ->
                (in, out) -> target.instant(out, Math.floorDiv(in.readLong(), 1_000L));
            case "timestamp-nanos", "local-timestamp-nanos" ->
                (in, out) -> target.instant(out, Math.floorDiv(in.readLong(), 1_000_000L));
            case "time-micros" -> (in, out) -> target.number(out, in.readLong() / 1e3);
            default -> (in, out) -> target.integer(out, in.readLong());
        };
    }

    /** Decimals are numbers; other bytes are no value. */
    static AvroReader ofBytes(Schema schema, Target target) {
        boolean fixed = schema.getType() == Schema.Type.FIXED;
        int size = fixed ? schema.getFixedSize() : -1;
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            int scale = decimal.getScale();
            return (in, out) -> decimal(in, out, target, fixed ? size : in.readLength(), scale);
        }
        return (in, out) -> {
            in.skip(fixed ? size : in.readLength());
            target.other(out);
        };
    }

    private static void decimal(AvroCursor in, EventBuffer out, Target target, int length, int scale) {
        int start = in.skip(length);
        if (length == 0 || length > MAX_DECIMAL_BYTES) {
            target.other(out);
            return;
        }
        byte[] unscaled = Arrays.copyOfRange(in.bytes(), start, start + length);
        target.number(out, new BigDecimal(new BigInteger(unscaled), scale).doubleValue());
    }

    private static String logicalName(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        return logical == null ? "" : logical.getName();
    }
}
