/** Small summaries of many values: how many distinct ones ({@link DistinctCount}), which are frequent ({@link FrequentValues}). */
@NullMarked
package io.streamgauge.statistics.sketch;

import org.jspecify.annotations.NullMarked;
