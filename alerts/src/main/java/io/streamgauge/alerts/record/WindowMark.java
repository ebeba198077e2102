package io.streamgauge.alerts.record;

import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;

/**
 * Behind the last score of a window: the window is complete and can be judged.
 *
 * @param scores how many scores of the window stand before the mark
 */
public record WindowMark(String model, Source source, Window window, int shard, int shards, int scores) {}
