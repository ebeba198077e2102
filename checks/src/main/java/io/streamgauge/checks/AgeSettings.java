package io.streamgauge.checks;

import io.streamgauge.statistics.inference.FalseAlarmBudget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How old values may be when they are used.
 *
 * @param atMost but for one in a hundred; null: as old as at training, learnt from the baseline
 * @param falseAlarms how often what was usual at training may alert; of what is learnt
 */
public record AgeSettings(@Nullable Duration atMost, FalseAlarmBudget falseAlarms) {}
