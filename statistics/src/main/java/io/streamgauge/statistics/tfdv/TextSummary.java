package io.streamgauge.statistics.tfdv;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The distinct values of a feature of texts or categories.
 *
 * @param unique number of distinct values, also of those that have no count of their own
 * @param invalidUtf8 number of values that are not UTF-8
 * @param counts by value, in the order of the values; perhaps of the most frequent ones only
 */
public record TextSummary(long unique, long invalidUtf8, Map<String, Double> counts) {
    public static final TextSummary NONE = new TextSummary(0, 0, Map.of());

    public TextSummary {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(counts)));
    }
}
