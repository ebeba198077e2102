package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.event.EventBuffer;

/** Does an event break a rule? Pure, and without an object per event but where a pattern is matched. */
@FunctionalInterface
public interface EventTest {
    boolean isBrokenBy(EventBuffer event);
}
