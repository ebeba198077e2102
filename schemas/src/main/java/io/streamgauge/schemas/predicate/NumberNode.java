package io.streamgauge.schemas.predicate;

import io.streamgauge.schemas.event.EventBuffer;

/** A part of a predicate that is a double; {@link #UNKNOWN} if a value it needs is missing. */
@FunctionalInterface
interface NumberNode {
    /**
     * One NaN of many stands for "unknown", told apart by its bits, so that the answer needs no object. (An event whose own NaN has
     * exactly these bits would count as missing.)
     */
    double UNKNOWN = Double.longBitsToDouble(0x7ff8_4d69_7373_6564L);

    double value(EventBuffer event);

    static NumberNode feature(int slot) {
        return event -> event.isNumber(slot) ? event.number(slot) : UNKNOWN;
    }

    @SuppressWarnings("IdentityBinaryExpression") // is it a NaN: nearly never, and then its bits are asked for
    static boolean isUnknown(double value) {
        return value != value && Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(UNKNOWN);
    }
}
