/**
 * What the next value of a series of window metrics should be, with an interval, and which metrics left theirs:
 * {@link HoltWinters}, {@link SeasonalNaive}, {@link Components}.
 */
@NullMarked
package io.streamgauge.statistics.forecast;

import org.jspecify.annotations.NullMarked;
