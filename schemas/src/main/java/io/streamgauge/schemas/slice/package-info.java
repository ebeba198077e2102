/** Which subsets of the events are also watched on their own, and which of them an event belongs to. */
@NullMarked
package io.streamgauge.schemas.slice;

import org.jspecify.annotations.NullMarked;
