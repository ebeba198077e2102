/** How far event time has come, per input partition and per source. */
@NullMarked
package io.streamgauge.topology.watermark;

import org.jspecify.annotations.NullMarked;
