/** The flow without a broker: the same steps on plain memory, for replays of files and of topic ranges. */
@NullMarked
package io.streamgauge.topology.local;

import org.jspecify.annotations.NullMarked;
