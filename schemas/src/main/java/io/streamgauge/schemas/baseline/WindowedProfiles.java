package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** The second pass over the rows of one source: counts them in total and per window. */
final class WindowedProfiles {
    /** Eleven years of hours. More is a wrong event-time column rather than a long training period. */
    private static final long MAX_WINDOWS = 100_000;

    private final Source source;
    private final List<Layout> layouts;
    private final long sizeMs;
    private final long slotMs;
    private final List<Profile> totals;
    private final TreeMap<Long, Pane> panes = new TreeMap<>();
    private long rows;

    WindowedProfiles(Source source, List<Layout> layouts, long sizeMs) {
        this.source = source;
        this.layouts = layouts;
        this.sizeMs = sizeMs;
        this.slotMs = Occupancy.slotMs(sizeMs);
        this.totals = newProfiles();
    }

    void add(EventBuffer row) {
        rows++;
        addTo(totals, row);
        if (row.hasEventTime()) {
            long startMs = Math.floorDiv(row.eventTimeMs(), sizeMs) * sizeMs;
            Pane pane = panes.get(startMs);
            if (pane == null) {
                checkSpan(startMs);
                pane = new Pane(newProfiles());
                panes.put(startMs, pane);
            }
            pane.rows++;
            pane.busy.set((int) ((row.eventTimeMs() - startMs) / slotMs));
            addTo(pane.profiles, row);
        }
    }

    long rows() {
        return rows;
    }

    List<Layout> layouts() {
        return layouts;
    }

    List<Profile> totals() {
        return totals;
    }

    /** All windows from the first to the last; the empty ones share their profiles. */
    List<ReferenceWindow> windows() {
        List<ReferenceWindow> windows = new ArrayList<>();
        if (panes.isEmpty()) {
            return windows;
        }
        List<Profile> empty = newProfiles();
        for (long startMs = panes.firstKey(); startMs <= panes.lastKey(); startMs += sizeMs) {
            Pane pane = panes.get(startMs);
            windows.add(
                    pane == null
                            ? new ReferenceWindow(source, startMs, startMs + sizeMs, empty, 0)
                            : new ReferenceWindow(
                                    source,
                                    startMs,
                                    startMs + sizeMs,
                                    pane.profiles,
                                    pane.rows,
                                    Occupancy.of(pane.busy)));
        }
        return windows;
    }

    private void checkSpan(long startMs) {
        if (panes.isEmpty()) {
            return;
        }
        long first = Math.min(startMs, panes.firstKey());
        long last = Math.max(startMs, panes.lastKey());
        if ((last - first) / sizeMs >= MAX_WINDOWS) {
            throw new IllegalArgumentException(
                    "event times of %s from %s to %s make more than %d windows of %s: check the event times or take larger windows"
                            .formatted(
                                    source.word(),
                                    Instant.ofEpochMilli(first),
                                    Instant.ofEpochMilli(last),
                                    MAX_WINDOWS,
                                    Duration.ofMillis(sizeMs)));
        }
    }

    private List<Profile> newProfiles() {
        return layouts.stream().map(Layout::newProfile).toList();
    }

    private static void addTo(List<Profile> profiles, EventBuffer row) {
        for (int slot = 0; slot < profiles.size(); slot++) {
            row.addTo(slot, profiles.get(slot));
        }
    }

    private static final class Pane {
        private final List<Profile> profiles;
        private final BitSet busy = new BitSet();
        private long rows;

        private Pane(List<Profile> profiles) {
            this.profiles = profiles;
        }
    }
}
