package io.streamgauge.statistics.tfdv;

/** Lengths of the lists on one level of nesting, and how many lists are missing there. */
public record Level(long minValues, long maxValues, double missing) {}
