package io.streamgauge.app.backtest;

import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.checks.DriftCheck;
import io.streamgauge.topology.local.LocalOutput;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

/** How close did each feature come to its threshold, over time? A {@link Strip} for each series of scores on whole sources. */
final class Strips implements LocalOutput {
    /** What stands for the ratio where nothing at all was to be expected. */
    private static final int FEW = 50;

    private final Map<Strip.Key, Strip> strips = new HashMap<>();

    @Override
    public void score(GenericRecord score) {
        if (WindowMarkRecord.isOne(score)
                || !score.get("slice").toString().equals("all")
                || !Boolean.TRUE.equals(score.get("enoughData"))) {
            return;
        }
        long startMs = (Long) score.get("windowStart");
        long lengthMs = (Long) score.get("windowEnd") - startMs;
        double threshold = (Double) score.get("threshold");
        double value = (Double) score.get("value");
        float ratio = (float) (threshold > 0 ? value / threshold : value > 0 ? FEW : 0);
        Strip strip = strips.computeIfAbsent(key(score), Strip::new);
        if (ratio == 0 && !strip.key().check().equals(DriftCheck.NAME)) {
            strip.addNothing(lengthMs);
        } else {
            strip.add(startMs, lengthMs, ratio);
        }
    }

    private static Strip.Key key(GenericRecord score) {
        Object feature = score.get("feature");
        return new Strip.Key(
                score.get("model").toString(),
                score.get("source").toString(),
                score.get("check").toString(),
                score.get("metric").toString(),
                feature == null ? "" : feature.toString(),
                score.get("windows").toString());
    }

    /** The series of a check, the worst first: by windows above the threshold, then by the largest ratio. */
    List<Strip> of(String check) {
        return strips.values().stream()
                .filter(strip -> strip.key().check().equals(check))
                .sorted(Comparator.comparingLong(Strip::above)
                        .thenComparing(Strip::largest)
                        .reversed()
                        .thenComparing(strip -> strip.key().toString()))
                .toList();
    }

    /** First start of any window; 0 if there is none. */
    long firstMs() {
        return kept().mapToLong(strip -> strip.startMs(0)).min().orElse(0);
    }

    /** Last end of any window; 0 if there is none. */
    long lastMs() {
        return kept().mapToLong(strip -> strip.startMs(strip.size() - 1) + strip.windowMs())
                .max()
                .orElse(0);
    }

    private Stream<Strip> kept() {
        return strips.values().stream().filter(strip -> strip.size() > 0);
    }
}
