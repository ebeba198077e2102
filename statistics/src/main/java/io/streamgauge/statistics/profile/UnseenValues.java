package io.streamgauge.statistics.profile;

import java.util.List;

/**
 * Answers which values were seen that the vocabulary does not know. Up to 64 distinct values are all here, each with its
 * exact count. Of more, the 64 with the smallest hashes are here with exact counts, and the rest is in {@code other}: a
 * uniform sample of the distinct values that is the same whatever the order in which they came.
 *
 * @param counted by falling count, then by value; values longer than 256 bytes are cut, see {@link Vocabulary}
 * @param other rows whose unseen value is not listed
 * @param distinct the number of distinct unseen values; exact up to 64, then the estimate {@code 63 / h} with h the 64th
 *     smallest hash scaled to [0, 1), standard error about 13 % (Bar-Yossef et al. 2002, doi:10.1007/3-540-45726-7_1; bias
 *     corrected by Beyer et al. 2007, doi:10.1145/1247480.1247504)
 */
public record UnseenValues(List<Counted> counted, long other, double distinct) {

    /**
     * One unseen value.
     *
     * @param value the value; bytes that are not UTF-8 show as U+FFFD
     * @param count its rows, at least 1
     */
    public record Counted(String value, long count) {}

    /** Copies the list. */
    public UnseenValues {
        counted = List.copyOf(counted);
    }

    /** All rows with an unseen value. */
    public long rows() {
        return counted.stream().mapToLong(Counted::count).sum() + other;
    }
}
