package io.streamgauge.checks;

import io.streamgauge.statistics.profile.Occupancy;
import java.util.BitSet;

/**
 * Looks for stretches without events, pane after pane in the order of time. To the slot: events of one slot have no gap between them.
 *
 * <p>A stretch counts in the window in which it becomes unusual, and in those after it which it fills to the end. The first unusual one of a window
 * counts, cut off where it became so, so that the answer is the same whenever it is asked for. In a window without one it is the one that came nearest.
 */
public final class SilenceWatch {
    private final SilenceLimit limit;
    private final long slotMs;

    /** @param paneMs length of all panes */
    public SilenceWatch(SilenceLimit limit, long paneMs) {
        this.limit = limit;
        this.slotMs = Occupancy.slotMs(paneMs);
    }

    /** Length of the slots in which it is known whether there were events. */
    public long slotMs() {
        return slotMs;
    }

    /**
     * What is known at the end of a pane.
     *
     * @param before what was known at its start
     * @param busy in which of its slots there were events; if that is not known, none
     * @param newestEventMs newest event in the pane, {@link Traffic#NEVER} if there was none
     */
    public Quiet after(Quiet before, Window pane, Occupancy busy, long newestEventMs) {
        Quiet quiet = events(before, pane, busy, newestEventMs);
        return quiet.sinceMs() == Traffic.NEVER ? quiet : look(quiet, pane, pane.endMs(), true);
    }

    /** What is known with the newest event of a pane that is not over. */
    public Quiet events(Quiet before, Window pane, Occupancy busy, long newestEventMs) {
        if (newestEventMs == Traffic.NEVER) {
            return before;
        }
        Quiet quiet = before;
        BitSet slots = busy.slots();
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            long startMs = pane.startMs() + slot * slotMs;
            if (quiet.sinceMs() != Traffic.NEVER) {
                quiet = look(quiet, pane, startMs, false);
            }
            quiet = quiet.since(Math.max(quiet.sinceMs(), startMs + slotMs - 1));
        }
        // of the newest event more is known than its slot
        boolean exact = quiet.sinceMs() - newestEventMs < slotMs;
        return exact || quiet.sinceMs() < newestEventMs ? quiet.since(newestEventMs) : quiet;
    }

    /** When silence that goes on becomes unusual: at the end of a slot; {@link Long#MAX_VALUE} if never, or before any event. */
    public long unusualFrom(long sinceMs) {
        long longestMs = sinceMs == Traffic.NEVER ? SilenceLimit.FOR_EVER_MS : limit.longestMs(sinceMs);
        return longestMs == SilenceLimit.FOR_EVER_MS
                ? Long.MAX_VALUE
                : Math.floorDiv(sinceMs + longestMs, slotMs) * slotMs + slotMs;
    }

    public boolean isUnusual(Quiet quiet) {
        return quiet.hasGap() && limit.weigh(quiet.gapFromMs(), quiet.gapToMs()) > 1;
    }

    private Quiet look(Quiet quiet, Window pane, long toMs, boolean goesOn) {
        long fromMs = quiet.sinceMs();
        if (toMs <= fromMs || isUnusual(quiet)) {
            return quiet;
        }
        double weight = limit.weigh(fromMs, toMs);
        if (weight > 1) {
            long unusualMs = unusualFrom(fromMs);
            if (unusualMs > pane.startMs() && unusualMs <= toMs) {
                return quiet.withGap(fromMs, unusualMs);
            }
            return goesOn ? quiet.withGap(fromMs, toMs) : quiet;
        }
        boolean heavier = !quiet.hasGap() || weight > limit.weigh(quiet.gapFromMs(), quiet.gapToMs());
        return heavier ? quiet.withGap(fromMs, toMs) : quiet;
    }
}
