package io.streamgauge.checks;

/**
 * How quiet has a source been?
 *
 * @param sinceMs when the newest event was, {@link Traffic#NEVER} if there was none; where only its slot is known, the end of that
 * @param gapFromMs of the stretch without events that is the most unusual in the current window
 * @param gapToMs its end, or the time at which it had become unusual; {@code gapFromMs} if there is none
 */
public record Quiet(long sinceMs, long gapFromMs, long gapToMs) {
    /** Before the first event. */
    public static final Quiet UNKNOWN = new Quiet(Traffic.NEVER, 0, 0);

    /** More than the window could say has been said already: it has no say. */
    public static final Quiet TOLD = new Quiet(Traffic.NEVER, 0, -1);

    /** A new window begins, the silence goes on. */
    public Quiet inNewWindow() {
        return new Quiet(sinceMs, 0, 0);
    }

    boolean hasGap() {
        return gapToMs > gapFromMs;
    }

    Quiet since(long timeMs) {
        return new Quiet(timeMs, gapFromMs, gapToMs);
    }

    Quiet withGap(long fromMs, long toMs) {
        return new Quiet(sinceMs, fromMs, toMs);
    }
}
