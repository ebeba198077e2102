package io.streamgauge.checks;

import org.jspecify.annotations.Nullable;

/**
 * How long has a part of a source not been heard, while other parts were? Immutable. To the pane: a part is silent in a pane that holds events of the
 * source and none of its own. Its clock counts such panes and those in which it was heard, and stands still while the whole source is silent.
 *
 * @param knownSinceMs start of the first pane in which it was heard
 * @param knownFromMs its clock then
 * @param silence that goes on; null if it was heard in the last pane with events
 * @param quietMs sum of the silences that are over
 * @param longestMs the longest of them that was not unusual
 * @param worst the one of those that ended in the current window which came nearest to its limit, or went furthest beyond; null if none did
 */
public record PartSilence(
        long knownSinceMs,
        long knownFromMs,
        @Nullable Begun silence,
        long quietMs,
        long longestMs,
        @Nullable Stretch worst) {

    /**
     * When a silence began.
     *
     * @param sinceMs start of its first pane, event time
     * @param fromMs the clock then
     */
    public record Begun(long sinceMs, long fromMs) {}

    /**
     * A silence and what is allowed.
     *
     * @param limitMs {@link SilenceLimit#FOR_EVER_MS} if there is no limit
     */
    public record Stretch(long sinceMs, long lengthMs, long limitMs) {
        /** Above 1 it is unusual. */
        double weight() {
            return limitMs == SilenceLimit.FOR_EVER_MS ? 0 : lengthMs / (double) limitMs;
        }
    }

    /** A part that is heard for the first time. */
    public static PartSilence known(long paneStartMs, long clockMs) {
        return new PartSilence(paneStartMs, clockMs, null, 0, 0, null);
    }

    /** It was heard in a pane that began at this time of its clock. */
    public PartSilence heard(long clockMs, PartLimit limit) {
        if (silence == null) {
            return this;
        }
        Stretch over = stretch(silence, clockMs, limit);
        boolean usual = over.lengthMs() <= over.limitMs();
        return new PartSilence(
                knownSinceMs,
                knownFromMs,
                null,
                quietMs + over.lengthMs(),
                usual ? Math.max(longestMs, over.lengthMs()) : longestMs,
                heavier(worst, over));
    }

    /** It was not heard in a pane with events of others. */
    public PartSilence notHeard(long paneStartMs, long clockMs) {
        return silence != null
                ? this
                : new PartSilence(
                        knownSinceMs, knownFromMs, new Begun(paneStartMs, clockMs), quietMs, longestMs, worst);
    }

    /** A new window begins, the silence goes on. */
    public PartSilence inNewWindow() {
        return worst == null ? this : new PartSilence(knownSinceMs, knownFromMs, silence, quietMs, longestMs, null);
    }

    /** The silence of the current window that weighs most, up to a time of the clock; of length 0 if there was none. */
    Stretch upTo(long clockMs, PartLimit limit) {
        if (silence != null) {
            return heavier(worst, stretch(silence, clockMs, limit));
        }
        return worst != null ? worst : new Stretch(knownSinceMs, 0, limit.longestMs(this, clockMs));
    }

    private Stretch stretch(Begun begun, long clockMs, PartLimit limit) {
        return new Stretch(begun.sinceMs(), clockMs - begun.fromMs(), limit.longestMs(this, clockMs));
    }

    private static Stretch heavier(@Nullable Stretch a, Stretch b) {
        return a != null && a.weight() >= b.weight() ? a : b;
    }
}
