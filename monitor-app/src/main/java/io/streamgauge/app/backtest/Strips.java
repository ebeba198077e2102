package io.streamgauge.app.backtest;

import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.topology.local.LocalOutput;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/**
 * How close did each feature come to its threshold, over time? For each series of scores on whole sources, the ratio of value and
 * threshold by the start of the window.
 */
final class Strips implements LocalOutput {
    private static final int FEW = 50;

    private final Map<Key, Strip> strips = new HashMap<>();

    /** @param feature empty for the source as a whole
     * @param windows which of the model's windows */
    record Key(String model, String source, String check, String metric, String feature, String windows) {
        String subject() {
            return feature.isEmpty() ? source : source + "." + feature;
        }
    }

    /** Ratio by start of the window; above 1 the value exceeds its threshold. Windows without enough events are left out. */
    static final class Strip {
        private final Key key;
        private final TreeMap<Long, Float> ratios = new TreeMap<>();
        private long above;
        private long windowMs;

        Strip(Key key) {
            this.key = key;
        }

        Key key() {
            return key;
        }

        Map<Long, Float> ratios() {
            return ratios;
        }

        /** Length of its windows; of the last one where days differ. */
        long windowMs() {
            return windowMs;
        }

        /** Windows above the threshold. */
        long above() {
            return above;
        }

        /** The window with the largest ratio; the first of several. */
        long worstMs() {
            return ratios.entrySet().stream()
                    .max(Map.Entry.<Long, Float>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(0L);
        }

        float largest() {
            return ratios.values().stream().max(Comparator.naturalOrder()).orElse(0f);
        }
    }

    @Override
    public void score(GenericRecord score) {
        if (WindowMarkRecord.isOne(score)
                || !score.get("slice").toString().equals("all")
                || !Boolean.TRUE.equals(score.get("enoughData"))) {
            return;
        }
        Object feature = score.get("feature");
        long startMs = (Long) score.get("windowStart");
        var key = new Key(
                score.get("model").toString(),
                score.get("source").toString(),
                score.get("check").toString(),
                score.get("metric").toString(),
                feature == null ? "" : feature.toString(),
                score.get("windows").toString());
        double threshold = (Double) score.get("threshold");
        double value = (Double) score.get("value");
        float ratio = (float) (threshold > 0 ? value / threshold : value > 0 ? FEW : 0);
        Strip strip = strips.computeIfAbsent(key, Strip::new);
        strip.windowMs = (Long) score.get("windowEnd") - startMs;
        strip.ratios.merge(startMs, ratio, Math::max);
        if (ratio > 1) {
            strip.above++;
        }
    }

    /** The series of a check, the worst first: by windows above the threshold, then by the largest ratio. */
    List<Strip> of(String check) {
        return strips.values().stream()
                .filter(strip ->
                        strip.key().check().equals(check) && !strip.ratios().isEmpty())
                .sorted(Comparator.comparingLong(Strip::above)
                        .thenComparing(Strip::largest)
                        .reversed()
                        .thenComparing(strip -> strip.key().toString()))
                .toList();
    }

    /** First start of any window; 0 if there is none. */
    long firstMs() {
        return strips.values().stream()
                .filter(strip -> !strip.ratios.isEmpty())
                .mapToLong(strip -> strip.ratios.firstKey())
                .min()
                .orElse(0);
    }

    /** Last end of any window; 0 if there is none. */
    long lastMs() {
        return strips.values().stream()
                .filter(strip -> !strip.ratios.isEmpty())
                .mapToLong(strip -> strip.ratios.lastKey() + strip.windowMs())
                .max()
                .orElse(0);
    }
}
