package io.streamgauge.topology.partial;

import io.streamgauge.statistics.profile.Occupancy;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Nothing came from a partition up to this event time. A wall clock says so, and the record in the log repeats it for every replay. It
 * moves no watermark: what comes later, with its own event time, still belongs to its pane.
 *
 * @param newestEventMs newest event so far, {@link Mark#UNKNOWN} if there was none
 * @param untilMs event time up to which nothing came: the wall clock less what the newest event's record was behind its event;
 *     {@link Long#MAX_VALUE} if there was no event at all
 * @param lastOffset offset of the last record read, -1 if there was none
 * @param busy in which slots of its open panes there were events, by the pane's start
 */
public record Silence(
        SourcePartition from, long newestEventMs, long untilMs, long lastOffset, SortedMap<Long, Occupancy> busy)
        implements Shuffled {
    public Silence {
        busy = Collections.unmodifiableSortedMap(new TreeMap<>(busy));
    }

    /** In which slots of a pane there were events. */
    public Occupancy busy(long paneStartMs) {
        return busy.getOrDefault(paneStartMs, Occupancy.NONE);
    }
}
