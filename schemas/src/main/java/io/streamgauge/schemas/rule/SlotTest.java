package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.event.EventBuffer;

/**
 * A question about the value in one slot.
 *
 * @param keeping values that need not be asked about
 */
record SlotTest(int slot, Keeping keeping, EventTest question) implements EventTest {
    @Override
    public boolean isBrokenBy(EventBuffer event) {
        return question.isBrokenBy(event);
    }
}
