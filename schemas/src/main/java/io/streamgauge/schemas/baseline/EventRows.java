package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import java.io.IOException;

/**
 * The rows of a training period, readable as often as needed and always in the same order.
 *
 * <p>The buffer's slots are in the order of the builder's features of that source. A row without event time counts in
 * the total profile only. The consumer keeps no reference to the buffer, which may be reused for the next row.
 */
@FunctionalInterface
public interface EventRows {
    void forEach(Consumer consumer) throws IOException;

    /** Takes one row. */
    @FunctionalInterface
    interface Consumer {
        void accept(Source source, EventBuffer row);
    }
}
