package io.streamgauge.checks;

import java.time.Duration;
import java.time.Instant;

/** Where in the week does a window start? Whole days of a zone start at that zone's midnight, whatever its offset. */
final class HourOfWeek {
    private static final long WEEK_MS = Duration.ofDays(7).toMillis();

    private HourOfWeek() {}

    /** Milliseconds from the start of the week; the same for all windows that are compared with each other. */
    static long of(WindowSpec windows, long startMs) {
        Midnights midnights = windows.midnights();
        long offsetMs = midnights == null
                ? 0
                : midnights
                                .zone()
                                .getRules()
                                .getOffset(Instant.ofEpochMilli(startMs))
                                .getTotalSeconds()
                        * 1000L;
        return Math.floorMod(startMs + offsetMs, WEEK_MS);
    }
}
