/** One event as the monitor sees it, whatever its format on the wire: event time, id, version and a slot for each feature. */
@NullMarked
package io.streamgauge.schemas.event;

import org.jspecify.annotations.NullMarked;
