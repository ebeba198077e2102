package io.streamgauge.statistics.comparison;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of a categorical feature with their counts.
 *
 * @param counts positive, by value; in the order of the values, so that sums do not depend on the order of the rows
 */
public record Categories(Map<String, Long> counts, long missing, long mistyped, long compared) implements Sample {

    /** Copies and sorts the counts. */
    public static Categories of(Map<String, Long> counts, long missing, long mistyped) {
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Categories(Collections.unmodifiableMap(new TreeMap<>(counts)), missing, mistyped, sum);
    }

    long countOf(String value) {
        return counts.getOrDefault(value, 0L);
    }

    @Override
    public long rows() {
        return compared + missing + mistyped;
    }

    @Override
    public String type() {
        return "categorical";
    }
}
