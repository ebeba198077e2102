/** The contracts of Streamgauge's own topics, and below this package all that turns bytes into events and events into bytes. */
@NullMarked
package io.streamgauge.schemas;

import org.jspecify.annotations.NullMarked;
