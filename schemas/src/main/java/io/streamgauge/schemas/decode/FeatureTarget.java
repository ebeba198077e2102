package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.FeatureSlot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value is a feature's.
 *
 * @param items whether the values of a list are kept
 */
record FeatureTarget(FeatureSlot slot, boolean items) implements Target {
    @Override
    public void nothing(EventBuffer out) {
        out.missing(slot.index());
    }

    @Override
    public void integer(EventBuffer out, long value) {
        slot.integer(out, value);
    }

    @Override
    public void number(EventBuffer out, double value) {
        slot.number(out, value);
    }

    @Override
    public void bool(EventBuffer out, boolean value) {
        slot.bool(out, value);
    }

    @Override
    public void text(EventBuffer out, byte[] utf8, int offset, int length) {
        slot.text(out, utf8, offset, length);
    }

    @Override
    public void instant(EventBuffer out, long millis) {
        slot.integer(out, millis);
    }

    @Override
    public void other(EventBuffer out) {
        out.mistyped(slot.index());
    }

    @Override
    public void list(EventBuffer out, @Nullable FeatureType of, int length) {
        slot.list(out, of, length);
    }

    @Override
    public boolean keepsItems() {
        return items;
    }

    @Override
    public void items(EventBuffer out, List<@Nullable Object> values) {
        if (items) {
            out.items(slot.index(), values);
        }
    }
}
