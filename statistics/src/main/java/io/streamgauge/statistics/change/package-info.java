/**
 * Change detectors: each reads one stream of numbers (errors of a model, values of a metric) value by value and says after
 * which of them the stream is no longer what it was. {@link ChangeDetectors} is the one list. A detector's settings are a
 * value, its state is bytes and back, and its levels depend on the settings and the values alone: no clock, no random
 * numbers.
 */
@NullMarked
package io.streamgauge.statistics.change;

import org.jspecify.annotations.NullMarked;
