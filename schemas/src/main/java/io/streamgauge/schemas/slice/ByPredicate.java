package io.streamgauge.schemas.slice;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.predicate.Predicate;
import io.streamgauge.schemas.predicate.Truth;

/** One slice: the events of which a predicate is true. */
record ByPredicate(String slice, Predicate predicate) implements Division {
    @Override
    public int size() {
        return 1;
    }

    @Override
    public int find(EventBuffer event) {
        return predicate.test(event) == Truth.TRUE ? 0 : NONE;
    }

    @Override
    public String name(int number) {
        return slice;
    }
}
