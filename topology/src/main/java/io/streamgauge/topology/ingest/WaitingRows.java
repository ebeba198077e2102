package io.streamgauge.topology.ingest;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Events whose values wait to be counted together: a feature after the other, so that a profile and its bins are in the processor's
 * cache while they are used. Profiles do not depend on the order of what they count, so nobody can tell.
 *
 * <p>What waits is in no profile yet: it must be counted before a profile is read or written back.
 */
final class WaitingRows {
    private static final int FEW = 16;

    private final EventBuffer events;
    private final List<Into> waiting = new ArrayList<>();

    WaitingRows(EventBuffer events) {
        this.events = events;
    }

    /** The rows that are counted into the same profiles. */
    final class Into {
        private final Profile[] profiles;
        private int[] rows = new int[FEW];
        private int count;

        private Into(Profile[] profiles) {
            this.profiles = profiles;
        }

        /** The current row of the buffer. */
        void add() {
            if (count == 0) {
                waiting.add(this);
            }
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
            }
            rows[count++] = events.row();
        }

        private void count() {
            for (int slot = 0; slot < profiles.length; slot++) {
                events.addTo(slot, profiles[slot], rows, count);
            }
            count = 0;
        }
    }

    /** @param profiles one for each slot */
    Into into(Profile[] profiles) {
        return new Into(profiles);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void count() {
        waiting.forEach(Into::count);
        waiting.clear();
        events.forgetRows();
    }
}
