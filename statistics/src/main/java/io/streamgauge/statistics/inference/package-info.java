/**
 * From a distance to a judgment: what a distance is when nothing has changed ({@link Calibration},
 * {@link NullDistribution}), how often a false alarm is acceptable ({@link FalseAlarmBudget}, {@link FalseDiscovery}), and
 * the words for the outcome ({@link Verdict}).
 */
@NullMarked
package io.streamgauge.statistics.inference;

import org.jspecify.annotations.NullMarked;
