package io.streamgauge.statistics.tfdv;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the values of one feature.
 *
 * @param path its steps; more than one inside of records
 * @param numeric null if it is no numeric feature
 * @param texts null if its distinct values were not counted
 * @param language null if its tokens were not counted
 * @param maxBytes longest value in bytes
 * @param derived whether it was made from other features
 */
public record FeatureStatistics(
        List<String> path,
        DataType type,
        Presences presences,
        @Nullable NumericSummary numeric,
        @Nullable TextSummary texts,
        @Nullable LanguageSummary language,
        long maxBytes,
        List<CustomStatistic> custom,
        boolean derived) {
    public FeatureStatistics {
        path = List.copyOf(path);
        custom = List.copyOf(custom);
    }

    /** The steps of the path joined by dots; a step with anything but letters, digits and underscores is quoted. */
    public String name() {
        return FeaturePath.text(path);
    }

    /** The numeric summary; an empty one if there is none. */
    public NumericSummary numbers() {
        return numeric == null ? NumericSummary.NONE : numeric;
    }

    /** The counts by value; empty if there are none. */
    public TextSummary words() {
        return texts == null ? TextSummary.NONE : texts;
    }

    public Optional<CustomStatistic> custom(String name) {
        return custom.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
