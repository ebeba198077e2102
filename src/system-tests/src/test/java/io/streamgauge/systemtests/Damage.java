package io.streamgauge.systemtests;

import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.schemas.serde.WireFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.apache.avro.Schema;

/** What befalls the records of a shop on their way, and what must be said of them. */
enum Damage {
    /** Of the magic byte: elsewhere a flipped bit may make another good order. */
    BIT_FLIP(RejectReason.MALFORMED, (shop, order) -> withByte(shop.value(order), 0, 0x40)),
    TRUNCATION(RejectReason.MALFORMED, (shop, order) -> Arrays.copyOf(shop.value(order), 12)),
    WRONG_MAGIC(RejectReason.MALFORMED, (shop, order) -> withByte(shop.value(order), 0, 7)),
    UNKNOWN_SCHEMA_ID(RejectReason.UNKNOWN_SCHEMA, (shop, order) -> withByte(shop.value(order), 1, 0x7f)),
    /** The last byte is the branch of the coupon. */
    WRONG_UNION_BRANCH(
            RejectReason.MALFORMED, (shop, order) -> withByte(shop.value(order), shop.value(order).length - 1, 0x0e)),
    /** The first byte behind the header is the length of the id. */
    HUGE_LENGTH(RejectReason.MALFORMED, (shop, order) -> withByte(shop.value(order), WireFormat.HEADER_SIZE, 0x7e)),
    NEGATIVE_TIMESTAMP(RejectReason.TS_PAST, (shop, order) -> shop.value(at(order, -1_000_000))),
    YEAR_2100(
            RejectReason.TS_FUTURE,
            (shop, order) ->
                    shop.value(at(order, Instant.parse("2100-01-01T00:00:00Z").toEpochMilli()))),
    SECONDS_INSTEAD_OF_MILLISECONDS(RejectReason.TS_UNIT, (shop, order) -> shop.value(at(order, order.atMs() / 1000))),
    /** Where the time is a floating-point number; in a feature, NaN is a value and counted. */
    NAN(RejectReason.NO_EVENT_TIME, (shop, order) -> shop.framed(timeAsDouble(), nan())),
    /** Keys mean nothing to the monitor. */
    NULL_KEY(null, ShopOrders::value),
    TOMBSTONE(RejectReason.NO_VALUE, (shop, order) -> null);

    private final RejectReason reason;
    private final BiFunction<ShopOrders, ShopOrders.Order, byte[]> value;

    Damage(RejectReason reason, BiFunction<ShopOrders, ShopOrders.Order, byte[]> value) {
        this.reason = reason;
        this.value = value;
    }

    /** Null if the order is as good as before. */
    RejectReason reason() {
        return reason;
    }

    byte[] value(ShopOrders shop, ShopOrders.Order order) {
        return value.apply(shop, order);
    }

    private static byte[] withByte(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private static ShopOrders.Order at(ShopOrders.Order order, long atMs) {
        return new ShopOrders.Order(order.id(), atMs, order.total(), order.country());
    }

    private static Schema timeAsDouble() {
        return new Schema.Parser().parse("""
                {"type": "record", "name": "Order", "fields": [{"name": "placed_at", "type": "double"}]}""");
    }

    private static byte[] nan() {
        return ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(Double.NaN)
                .array();
    }
}
