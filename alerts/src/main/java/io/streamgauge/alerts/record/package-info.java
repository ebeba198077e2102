/** Scores, window marks and alerts as records of the Avro contracts. */
@NullMarked
package io.streamgauge.alerts.record;

import org.jspecify.annotations.NullMarked;
