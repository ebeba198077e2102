package io.streamgauge.topology.ingest;

import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.schemas.decode.Rejection;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Is an event time plausible? One event from the year 2100 would end every window, so an implausible time is rejected and moves
 * no watermark.
 *
 * <p>"Now" is the record's own timestamp, which stands in the log, so that a replay decides the same. Brokers refuse producers'
 * timestamps more than an hour ahead of their clock ({@code message.timestamp.after.max.ms}). A time that would be plausible in
 * seconds, micro- or nanoseconds is told apart, since its mend is another.
 */
public final class EventTimeGuard {
    private static final long[] MILLIS_PER_UNIT = {1000};
    private static final long[] UNITS_PER_MILLI = {1000, 1_000_000};

    private final long earliestMs;
    private final long maxAheadMs;

    public EventTimeGuard(long earliestMs, Duration maxAhead) {
        this.earliestMs = earliestMs;
        this.maxAheadMs = maxAhead.toMillis();
    }

    /**
     * @param recordMs the record's timestamp; negative if it has none, and then nothing is too far ahead but what the far future
     *     rules out
     * @return null if plausible
     */
    @Nullable
    public Rejection check(long eventMs, long recordMs) {
        long latestMs = latest(recordMs);
        if (eventMs >= earliestMs && eventMs <= latestMs) {
            return null;
        }
        if (plausibleInAnotherUnit(eventMs, latestMs)) {
            return new Rejection(RejectReason.TS_UNIT, "event time " + eventMs + " is not in milliseconds", null);
        }
        return eventMs < earliestMs
                ? new Rejection(RejectReason.TS_PAST, "event time is before " + Instant.ofEpochMilli(earliestMs), null)
                : new Rejection(
                        RejectReason.TS_FUTURE,
                        "event time is more than " + Duration.ofMillis(maxAheadMs) + " ahead of the record's timestamp",
                        null);
    }

    private long latest(long recordMs) {
        return recordMs < 0 ? Long.MAX_VALUE / 2 : recordMs + maxAheadMs;
    }

    private boolean plausibleInAnotherUnit(long eventMs, long latestMs) {
        for (long millis : MILLIS_PER_UNIT) {
            if (eventMs < earliestMs && eventMs > 0 && plausible(eventMs * millis, latestMs)) {
                return true;
            }
        }
        for (long units : UNITS_PER_MILLI) {
            if (eventMs > latestMs && plausible(eventMs / units, latestMs)) {
                return true;
            }
        }
        return false;
    }

    private boolean plausible(long ms, long latestMs) {
        return ms >= earliestMs && ms <= latestMs;
    }
}
