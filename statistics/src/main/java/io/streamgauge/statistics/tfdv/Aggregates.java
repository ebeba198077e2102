package io.streamgauge.statistics.tfdv;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the numbers of a feature beyond their range; NaN is left out of all.
 *
 * @param standardDeviation of a population: the mean of the squares, not their sum over n - 1
 * @param distinct number of distinct values; null if they were not counted
 * @param sorted null if only the buckets of a histogram are known
 */
public record Aggregates(
        double mean,
        double standardDeviation,
        double median,
        double zeros,
        @Nullable Long distinct,
        @Nullable SortedNumbers sorted) {}
