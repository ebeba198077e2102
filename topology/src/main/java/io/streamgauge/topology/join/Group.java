package io.streamgauge.topology.join;

import io.streamgauge.topology.join.SideRecord.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one identifier with no gap longer than the time-to-live between them. One row of each side is a pair; several of a side make
 * nothing of it. Which rows form a group depends on their times alone, not on the order in which they come. Mutable.
 */
final class Group {
    final long high;
    final long low;
    long firstMs;
    long lastMs;
    int serving;
    int training;
    /** The only row so far. */
    @Nullable
    Row waiting;
    /** Ordinals of the outcomes by feature, while the group is a pair. */
    byte @Nullable [] outcomes;

    @Nullable
    GroupChunk chunk;
    /** The next group of the same identifier, long before or after this one. */
    @Nullable
    Group next;

    Group(long high, long low, long firstMs, long lastMs) {
        this.high = high;
        this.low = low;
        this.firstMs = firstMs;
        this.lastMs = lastMs;
    }

    boolean touches(long timeMs, long timeToLiveMs) {
        return timeMs >= firstMs - timeToLiveMs && timeMs <= lastMs + timeToLiveMs;
    }

    boolean isPair() {
        return serving == 1 && training == 1;
    }

    /** Takes in a row, or another group, that touches it. */
    void widen(long fromMs, long toMs, int servingRows, int trainingRows) {
        firstMs = Math.min(firstMs, fromMs);
        lastMs = Math.max(lastMs, toMs);
        serving += servingRows;
        training += trainingRows;
    }
}
