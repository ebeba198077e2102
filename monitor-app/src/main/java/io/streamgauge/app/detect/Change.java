package io.streamgauge.app.detect;

import io.streamgauge.statistics.change.ChangeLevel;

/**
 * Where a detector spoke up: at a drift, or where a run of warnings begins.
 *
 * @param index number of the row, 0 for the first
 * @param value what stood there
 */
public record Change(long index, ChangeLevel level, double value) {}
