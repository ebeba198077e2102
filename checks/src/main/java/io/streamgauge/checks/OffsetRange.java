package io.streamgauge.checks;

/**
 * Where the records of a window lie: both offsets inclusive. Not every record in between belongs to the window, since records
 * may be out of order.
 */
public record OffsetRange(String topic, int partition, long firstOffset, long lastOffset) {}
