/** Thresholds from history: how much features vary while nothing is wrong. */
@NullMarked
package io.streamgauge.app.calibrate;

import org.jspecify.annotations.NullMarked;
