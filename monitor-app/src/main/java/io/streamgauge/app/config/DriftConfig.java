package io.streamgauge.app.config;

import io.streamgauge.statistics.inference.FalseAlarmBudget;

/**
 * When has a feature drifted?
 *
 * @param metric specification of the distance, such as {@code psi:zero-fill=1e-4}
 * @param floor the smallest distance worth an alert, however certain; at least 0, in the distance's unit
 * @param falseAlarms how often chance alone may alert, per feature
 * @param minimumRows windows with fewer rows get no verdict
 * @param reference what windows are compared with
 */
public record DriftConfig(
        String metric, double floor, FalseAlarmBudget falseAlarms, int minimumRows, DriftReference reference) {}
