package io.streamgauge.statistics.tfdv;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A statistic with a name of its own: a number, a text, or counts by label. */
public record CustomStatistic(String name, double number, String text, Map<String, Double> counts) {
    public CustomStatistic {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
