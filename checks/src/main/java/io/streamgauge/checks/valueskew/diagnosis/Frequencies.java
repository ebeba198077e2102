package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often does each value occur? Values are told apart by how a person would write them. */
record Frequencies(Map<String, Integer> counts, int total) {

    static Frequencies of(Collection<Value> values) {
        return ofTexts(values.stream().map(Value::text).toList());
    }

    static Frequencies ofTexts(Collection<String> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        return new Frequencies(counts, texts.size());
    }

    int distinct() {
        return counts.size();
    }

    /** The most frequent one, the first of those as frequent; empty if there are none. */
    String top() {
        String top = "";
        int most = 0;
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            if (each.getValue() > most) {
                top = each.getKey();
                most = each.getValue();
            }
        }
        return top;
    }

    /** In [0, 1]; 0 if there are no values. */
    double share(String text) {
        return total == 0 ? 0 : (double) counts.getOrDefault(text, 0) / total;
    }
}
