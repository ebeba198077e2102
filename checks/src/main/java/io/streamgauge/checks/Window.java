package io.streamgauge.checks;

import java.time.Duration;
import java.time.Instant;

/**
 * An interval of event time, half-open {@code [startMs, endMs)}, in milliseconds since the epoch.
 *
 * @param startMs first millisecond inside
 * @param endMs first millisecond after it
 * @param series {@link WindowSpec#name()} of the windows that this is one of; empty for any other interval, such as a pane
 */
public record Window(long startMs, long endMs, String series) {
    private static final String EARLY = " early";

    public Window {
        if (endMs <= startMs) {
            throw new IllegalArgumentException(
                    "a window must end after its start, got [" + startMs + ", " + endMs + ")");
        }
    }

    /** An interval that belongs to no series of windows. */
    public Window(long startMs, long endMs) {
        this(startMs, endMs, "");
    }

    /** The window of the given size, counted from the epoch, that holds {@code timeMs}. */
    public static Window holding(long timeMs, long sizeMs) {
        long start = Math.floorDiv(timeMs, sizeMs) * sizeMs;
        return new Window(start, start + sizeMs);
    }

    /** The same one, judged before its end as nothing comes any more. */
    public Window early() {
        return new Window(startMs, endMs, series + EARLY);
    }

    /** The series, however early its window is judged. */
    public String onTime() {
        return series.endsWith(EARLY) ? series.substring(0, series.length() - EARLY.length()) : series;
    }

    public long sizeMs() {
        return endMs - startMs;
    }

    public Duration size() {
        return Duration.ofMillis(sizeMs());
    }

    @Override
    public String toString() {
        return "[" + Instant.ofEpochMilli(startMs) + ", " + Instant.ofEpochMilli(endMs) + ")";
    }
}
