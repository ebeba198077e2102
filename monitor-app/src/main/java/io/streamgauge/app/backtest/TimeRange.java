package io.streamgauge.app.backtest;

import io.streamgauge.schemas.event.EventTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of event time, {@code [from, to)}; open where null. */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {
    public static final TimeRange ALL = new TimeRange(null, null);

    public TimeRange {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("--from must be before --to, got %s and %s".formatted(from, to));
        }
    }

    /** From ISO-8601 dates or date-times, UTC unless they say otherwise. */
    public static TimeRange parse(@Nullable String from, @Nullable String to) {
        return new TimeRange(instant("--from", from), instant("--to", to));
    }

    private static @Nullable Instant instant(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Instant.ofEpochMilli(EventTimes.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        option + " must be a time such as 2001-01-31 or 2001-01-31T10:15:00Z, got " + text)));
    }

    public boolean isAll() {
        return from == null && to == null;
    }

    public boolean contains(long timeMs) {
        return (from == null || timeMs >= from.toEpochMilli()) && (to == null || timeMs < to.toEpochMilli());
    }

    @Override
    public String toString() {
        return (from == null ? "the beginning" : from) + " to " + (to == null ? "the end" : to);
    }
}
