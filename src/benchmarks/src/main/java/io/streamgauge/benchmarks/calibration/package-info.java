/** How often calibrated thresholds fire on streams in which nothing changes. */
@NullMarked
package io.streamgauge.benchmarks.calibration;

import org.jspecify.annotations.NullMarked;
