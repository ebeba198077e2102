package io.streamgauge.topology.local;

import io.streamgauge.topology.partial.Shuffled;

/**
 * In which order did the live service hear its partitions? It matters only where a partition was idle: then a pane may have been
 * closed without it.
 */
@FunctionalInterface
public interface LogOrder {
    /** Nothing is known: event time decides. */
    LogOrder UNKNOWN = said -> Long.MIN_VALUE;

    /** Where in the live log the same mark, or silence, stands; {@link Long#MIN_VALUE} if it does not. */
    long placeOf(Shuffled said);
}
