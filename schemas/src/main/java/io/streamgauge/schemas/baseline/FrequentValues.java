package io.streamgauge.schemas.baseline;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which values of a column are the most frequent? Exact as long as the column has at most {@link #MAX_DISTINCT}
 * distinct values. Beyond, the rarest are forgotten from time to time, so that a column of ids takes bounded memory;
 * a value that is often there stays.
 */
final class FrequentValues {
    static final int MAX_VALUE_BYTES = 256;
    static final int MAX_DISTINCT = 100_000;

    private static final Comparator<Map.Entry<String, Integer>> MOST_FREQUENT_FIRST =
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey());

    private final Map<String, Integer> counts = new HashMap<>();

    void add(String value) {
        counts.merge(value, 1, Math::addExact);
        if (counts.size() > MAX_DISTINCT) {
            forgetRarest();
        }
    }

    List<String> mostFrequent(int most) {
        return counts.entrySet().stream()
                .sorted(MOST_FREQUENT_FIRST)
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Removes whole levels of count until half is left, so that what stays does not depend on the map's order. */
    private void forgetRarest() {
        for (int level = 1; counts.size() > MAX_DISTINCT / 2; level++) {
            int rarest = level;
            counts.values().removeIf(count -> count <= rarest);
        }
    }
}
