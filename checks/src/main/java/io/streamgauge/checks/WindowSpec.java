package io.streamgauge.checks;

import io.streamgauge.schemas.yaml.Durations;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which windows is a model judged on? All windows of one series: each {@code size} long, one ending every {@code advance}.
 *
 * <p>Without a zone windows are counted from the epoch in UTC: one ends wherever {@code end % advance == 0}. With a zone they are
 * whole days of that zone's calendar, from midnight to midnight, so that a day is 23 or 25 hours long when the clocks change;
 * days are counted from a Monday, so that 7 days are the week of ISO 8601.
 *
 * <p>Immutable; windows are numbered in the order of their ends, by a number that is only meaningful here.
 *
 * @param size of each window; whole days if there is a zone
 * @param advance from one end to the next, at most the size; whole days if there is a zone
 * @param midnights of the zone whose days count; null: windows are counted from the epoch
 */
public record WindowSpec(
        Duration size, Duration advance, @Nullable Midnights midnights) {
    /** In the order of size, then advance, then zone. */
    public static final Comparator<WindowSpec> SMALLEST_FIRST = Comparator.comparing(WindowSpec::size)
            .thenComparing(WindowSpec::advance)
            .thenComparing(WindowSpec::zoneName);

    /** Monday, 29 December 1969. */
    private static final long FIRST_MONDAY = -3;

    public WindowSpec {
        if (size.isNegative() || size.toMillis() < 1) {
            throw new IllegalArgumentException("the size of a window must be positive, got " + size);
        }
        if (advance.isNegative() || advance.toMillis() < 1 || advance.compareTo(size) > 0) {
            throw new IllegalArgumentException(
                    "a window's advance must be above 0 and at most its size " + size + ", got " + advance);
        }
        if (midnights != null && (!isWholeDays(size) || !isWholeDays(advance))) {
            throw new IllegalArgumentException(
                    "windows in a time zone are whole days, got size " + size + " and advance " + advance);
        }
    }

    /** Windows that do not overlap, counted from the epoch. */
    public static WindowSpec tumbling(Duration size) {
        return new WindowSpec(size, size, null);
    }

    /** Whether a duration is days without rest: what windows in a zone are made of. */
    public static boolean isWholeDays(Duration duration) {
        return duration.toMillis() % Midnights.DAY_MS == 0;
    }

    /** Whether an event belongs to more than one of these windows. */
    public boolean overlaps() {
        return advance.compareTo(size) < 0;
    }

    /** {@code 1h}, {@code 1d/1h} if windows overlap, {@code 1d@Europe/Berlin} in a zone: part of every alert's identity. */
    public String name() {
        String steps = overlaps() ? "/" + Durations.format(advance) : "";
        return Durations.format(size) + steps + zoneName();
    }

    /** The largest step of which every start and end of these windows is a multiple, from the epoch; panes are no longer. */
    public long stepMs() {
        return midnights == null ? greatestCommonDivisor(size.toMillis(), advance.toMillis()) : midnights.stepMs();
    }

    /** Size of the panes that windows of all these series are made of: the largest of which every start and end is a multiple. */
    public static long paneMs(Collection<WindowSpec> windows) {
        return windows.stream().mapToLong(WindowSpec::stepMs).reduce(0, WindowSpec::greatestCommonDivisor);
    }

    /**
     * How many blocks of 1, 2, 4, ... panes can be needed at a time for windows of all these series, at most: each pane of the longest
     * window, and the blocks that these are merged to, which are fewer than the panes. A calendar day may last an hour longer.
     */
    public static long mostBlocks(Collection<WindowSpec> windows) {
        long paneMs = paneMs(windows);
        long longest = 0;
        for (WindowSpec window : windows) {
            long sizeMs =
                    window.size().plusHours(window.midnights == null ? 0 : 1).toMillis();
            longest = Math.max(longest, 2 * sizeMs / paneMs);
        }
        return longest;
    }

    /** The window that ends at this time, null if none does. */
    public @Nullable Window endingAt(long timeMs) {
        long k = lastEnded(timeMs);
        return endMs(k) == timeMs ? window(k) : null;
    }

    /** Of the windows that end after this time the one that ends first; it may not have begun. */
    public Window nextEnding(long timeMs) {
        return window(lastEnded(timeMs) + 1);
    }

    /** Where the first of the windows that end after this time starts. */
    public long earliestOpenStart(long timeMs) {
        return startMs(lastEnded(timeMs) + 1);
    }

    /** The last window that starts before this time. */
    public Window lastStartingBefore(long timeMs) {
        return window(lastStarted(timeMs - 1));
    }

    /** The first window that starts at this time or after. */
    public Window firstStartingFrom(long timeMs) {
        return window(lastStarted(timeMs - 1) + 1);
    }

    /** Number of the last window that starts at this time or before. */
    private long lastStarted(long timeMs) {
        long k = lastEnded(timeMs + size.toMillis());
        while (startMs(k) > timeMs) { // days differ in length
            k--;
        }
        while (startMs(k + 1) <= timeMs) {
            k++;
        }
        return k;
    }

    private Window window(long k) {
        return new Window(startMs(k), endMs(k), name());
    }

    /** Number of the last window that ends at this time or before. */
    private long lastEnded(long timeMs) {
        if (midnights == null) {
            return Math.floorDiv(timeMs, advance.toMillis());
        }
        return Math.floorDiv(midnights.dayOf(timeMs) - FIRST_MONDAY, advance.toDays());
    }

    private long endMs(long k) {
        return midnights == null ? k * advance.toMillis() : midnights.beforeDay(FIRST_MONDAY + k * advance.toDays());
    }

    private long startMs(long k) {
        if (midnights == null) {
            return endMs(k) - size.toMillis();
        }
        long day = FIRST_MONDAY + k * advance.toDays() - size.toDays();
        long startMs = midnights.beforeDay(day);
        // a day that a zone left out, as Samoa did 30 December 2011, belongs to the one before
        return startMs < endMs(k) ? startMs : midnights.beforeDay(day - 1);
    }

    private String zoneName() {
        return midnights == null ? "" : "@" + midnights.zone().getId();
    }

    static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
