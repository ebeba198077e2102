package io.streamgauge.topology.join;

import io.streamgauge.topology.join.GroupIndex.Place;
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
    /** Codes of the outcomes by feature, while the group is a pair; must not change, as groups share them. */
    byte @Nullable [] outcomes;

    /** The chunk that this object is of; null once it is of none. */
    @Nullable
    GroupChunk chunk;
    /** Where the index has the group; null until it is looked up. */
    @Nullable
    Place place;

    Group(long high, long low, long firstMs, long lastMs) {
        this.high = high;
        this.low = low;
        this.firstMs = firstMs;
        this.lastMs = lastMs;
    }

    static Group of(Row row) {
        var group = new Group(row.high(), row.low(), row.timeMs(), row.timeMs());
        group.serving = row.from().serving() ? 1 : 0;
        group.training = 1 - group.serving;
        group.waiting = row.alone();
        return group;
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
