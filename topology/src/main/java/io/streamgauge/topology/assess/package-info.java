/** From partials of all input partitions to windows, and from windows to scores. */
@NullMarked
package io.streamgauge.topology.assess;

import org.jspecify.annotations.NullMarked;
