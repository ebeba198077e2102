package io.streamgauge.app.skew;

/**
 * What became of the rows of one file?
 *
 * @param rows all of them
 * @param withoutIdentifier rows that lack a part of the identifier
 * @param ambiguous rows left out because a file has their identifier more than once
 * @param unmatched rows whose identifier the other file lacks
 */
public record SideCounts(long rows, long withoutIdentifier, long ambiguous, long unmatched) {}
