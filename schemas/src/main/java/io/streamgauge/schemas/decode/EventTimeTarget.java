package io.streamgauge.schemas.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.EventTimes;

/** The value is the event time: a whole number of milliseconds, a time by the schema, or ISO-8601 text. */
record EventTimeTarget() implements Target {
    private static final int MAX_TEXT_BYTES = 64;

    @Override
    public void nothing(EventBuffer out) {}

    @Override
    public void integer(EventBuffer out, long value) {
        out.eventTime(value);
    }

    @Override
    public void number(EventBuffer out, double value) {
        // JSON writers turn milliseconds into 1.7e12; the cast saturates, and the guard rejects what is implausible.
        if (!Double.isNaN(value)) {
            out.eventTime((long) value);
        }
    }

    @Override
    public void bool(EventBuffer out, boolean value) {}

    @Override
    public void text(EventBuffer out, byte[] utf8, int offset, int length) {
        if (length <= MAX_TEXT_BYTES) {
            EventTimes.parse(new String(utf8, offset, length, UTF_8)).ifPresent(out::eventTime);
        }
    }

    @Override
    public void instant(EventBuffer out, long millis) {
        out.eventTime(millis);
    }

    @Override
    public void other(EventBuffer out) {}
}
