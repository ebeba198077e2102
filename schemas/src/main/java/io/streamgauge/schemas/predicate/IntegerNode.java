package io.streamgauge.schemas.predicate;

import io.streamgauge.schemas.event.EventBuffer;

/**
 * A part of a predicate that is a whole number; {@link #UNKNOWN} if a value it needs is missing, or where CEL has an error (overflow,
 * division by zero). The least {@code long} so is no value.
 */
@FunctionalInterface
interface IntegerNode {
    long UNKNOWN = Long.MIN_VALUE;

    long value(EventBuffer event);

    /** As a double; exact up to 2^53. */
    default NumberNode asNumber() {
        return event -> {
            long value = value(event);
            return value == UNKNOWN ? NumberNode.UNKNOWN : value;
        };
    }
}
