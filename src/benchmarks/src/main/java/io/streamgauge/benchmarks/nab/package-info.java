/** Detections, delays and false alarms on the public NAB series and on known drift points. */
@NullMarked
package io.streamgauge.benchmarks.nab;

import org.jspecify.annotations.NullMarked;
