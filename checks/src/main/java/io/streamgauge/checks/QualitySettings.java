package io.streamgauge.checks;

import io.streamgauge.statistics.inference.FalseAlarmBudget;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much worse than the baseline a share may get.
 *
 * @param tolerated per metric, the allowed excess over the baseline's share; a metric that is absent is not checked
 * @param rejected allowed share of rejected records in a source
 */
public record QualitySettings(
        Map<QualityMetric, Double> tolerated, double rejected, FalseAlarmBudget falseAlarms, long minimumRows) {
    public QualitySettings {
        tolerated = Map.copyOf(new EnumMap<>(tolerated));
    }
}
