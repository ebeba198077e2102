package io.streamgauge.checks;

import io.streamgauge.statistics.inference.FalseAlarmBudget;

/**
 * How far values may stop moving.
 *
 * @param floor smallest share of the baseline's entropy whose loss matters
 * @param falseAlarms how many false alarms are allowed in how much time
 * @param minimumRows windows with fewer rows get no verdict
 */
public record EntropySettings(double floor, FalseAlarmBudget falseAlarms, long minimumRows) {}
