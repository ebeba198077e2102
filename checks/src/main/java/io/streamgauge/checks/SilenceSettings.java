package io.streamgauge.checks;

import io.streamgauge.statistics.inference.FalseAlarmBudget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a source may be silent.
 *
 * @param atMost at any time; null: as long as it used to be at the same time of the week, learnt from the baseline
 * @param falseAlarms how often silence that chance alone explains may alert; of what is learnt
 */
public record SilenceSettings(@Nullable Duration atMost, FalseAlarmBudget falseAlarms) {
    private static final FalseAlarmBudget ONCE_A_MONTH = new FalseAlarmBudget(1, Duration.ofDays(30));

    public static SilenceSettings atMost(Duration limit) {
        return new SilenceSettings(limit, ONCE_A_MONTH);
    }

    public static SilenceSettings learned(FalseAlarmBudget falseAlarms) {
        return new SilenceSettings(null, falseAlarms);
    }
}
