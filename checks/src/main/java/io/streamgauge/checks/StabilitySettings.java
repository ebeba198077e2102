package io.streamgauge.checks;

import io.streamgauge.statistics.inference.FalseAlarmBudget;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of windows beyond distributions and shares.
 *
 * @param stuck by feature name: whether it is asked if all its values are the same, and if a number overflowed
 * @param volume least factor by which the number of events must differ from that at the same hour of the week, above 1; null: not asked
 * @param duplicates share of the events that may repeat an id of another one of the window; null: not asked
 * @param falseAlarms how often chance alone may alert about the volume
 * @param minimumRows windows with fewer events get no verdict on their values
 */
public record StabilitySettings(
        Predicate<String> stuck,
        @Nullable Double volume,
        @Nullable Double duplicates,
        FalseAlarmBudget falseAlarms,
        long minimumRows) {
    /** Without a look at ids. */
    public StabilitySettings(
            Predicate<String> stuck, @Nullable Double volume, FalseAlarmBudget falseAlarms, long minimumRows) {
        this(stuck, volume, null, falseAlarms, minimumRows);
    }

    public StabilitySettings {
        if (volume != null && !(volume > 1)) {
            throw new IllegalArgumentException("the factor of volume must be above 1, got " + volume);
        }
    }
}
