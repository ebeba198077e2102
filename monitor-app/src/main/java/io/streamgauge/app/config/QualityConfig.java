package io.streamgauge.app.config;

import io.streamgauge.statistics.inference.FalseAlarmBudget;
import org.jspecify.annotations.Nullable;

/**
 * How many of a window's events may be bad? All shares lie between 0 and 1; 1 never alerts.
 *
 * @param rejected greatest share of a source's records that could not be used
 * @param missing by how much the share of missing values may exceed the baseline's; the next four likewise
 * @param unseen categories that the baseline does not have
 * @param outOfRange beyond the baseline's smallest and greatest value
 * @param nan NaN or infinite
 * @param mistyped not of the feature's type
 * @param stuck whether it is asked if all values of a feature are the same, and if a number overflowed
 * @param volume by what factor the number of events may differ from the same hour of the week in the baseline; null: not asked
 * @param duplicates greatest share of the events that repeat an id of another event of the window; null: not asked
 * @param falseAlarms how often chance alone may alert, per feature
 * @param minimumRows windows with fewer rows get no verdict
 */
public record QualityConfig(
        double rejected,
        double missing,
        double unseen,
        double outOfRange,
        double nan,
        double mistyped,
        boolean stuck,
        @Nullable Double volume,
        @Nullable Double duplicates,
        FalseAlarmBudget falseAlarms,
        int minimumRows) {}
