package io.streamgauge.schemas.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.EventTimes;
import java.util.OptionalLong;

/** The value is a time whose age is asked; it waits in the slot, in milliseconds, until the event's own time is known. */
record AgeTarget(int slot) implements Target {
    private static final int MAX_TEXT_BYTES = 64;

    @Override
    public void nothing(EventBuffer out) {
        out.missing(slot);
    }

    @Override
    public void integer(EventBuffer out, long value) {
        out.number(slot, (double) value);
    }

    @Override
    public void number(EventBuffer out, double value) {
        if (Double.isFinite(value)) {
            out.number(slot, value);
        } else {
            out.mistyped(slot);
        }
    }

    @Override
    public void bool(EventBuffer out, boolean value) {
        out.mistyped(slot);
    }

    @Override
    public void text(EventBuffer out, byte[] utf8, int offset, int length) {
        OptionalLong time = length <= MAX_TEXT_BYTES
                ? EventTimes.parse(new String(utf8, offset, length, UTF_8))
                : OptionalLong.empty();
        if (time.isPresent()) {
            out.number(slot, (double) time.getAsLong());
        } else {
            out.mistyped(slot);
        }
    }

    @Override
    public void instant(EventBuffer out, long millis) {
        out.number(slot, (double) millis);
    }

    @Override
    public void other(EventBuffer out) {
        out.mistyped(slot);
    }

    /** Makes an age of the time that waits. */
    void settle(EventBuffer out) {
        if (out.isNumber(slot)) {
            out.number(slot, AgeField.seconds(out.eventTimeMs(), out.number(slot)));
        }
    }
}
