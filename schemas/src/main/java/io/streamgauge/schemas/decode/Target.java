package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a value that was found at a mapped place of a record. */
interface Target {
    /** A null. */
    void nothing(EventBuffer out);

    void integer(EventBuffer out, long value);

    void number(EventBuffer out, double value);

    void bool(EventBuffer out, boolean value);

    void text(EventBuffer out, byte[] utf8, int offset, int length);

    /** A point in time, as the schema says: milliseconds since 1970 UTC. */
    void instant(EventBuffer out, long millis);

    /** A list, a map, a record, bytes: nothing that fits one slot. */
    void other(EventBuffer out);

    /**
     * A list of values that all are of one kind.
     *
     * @param of a number, a text or a boolean; null if there is none to tell
     */
    default void list(EventBuffer out, @Nullable FeatureType of, int length) {
        other(out);
    }

    /** Whether {@link #items} is to follow {@link #list}. */
    default boolean keepsItems() {
        return false;
    }

    /** The values of the list: Double, String, Boolean, or null. */
    default void items(EventBuffer out, List<@Nullable Object> values) {}
}
