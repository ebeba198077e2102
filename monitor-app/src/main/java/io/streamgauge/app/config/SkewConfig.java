package io.streamgauge.app.config;

/**
 * How much may the rows of serving differ from those of training?
 *
 * @param rate share of the pairs in which a feature may differ
 * @param unmatched share of the rows of a side that may have no counterpart; 1 allows all
 * @param minimumRows windows with fewer pairs get no verdict
 */
public record SkewConfig(double rate, double unmatched, int minimumRows) {}
