package io.streamgauge.schemas.slice;

import io.streamgauge.schemas.event.EventBuffer;

/** Slices that exclude one another: an event is in one of them or in none. Immutable. */
interface Division {
    int NONE = -1;

    /** How many slices there are. */
    int size();

    /** Number of the slice that the event is in, {@link #NONE} if it is in none. */
    int find(EventBuffer event);

    String name(int slice);
}
