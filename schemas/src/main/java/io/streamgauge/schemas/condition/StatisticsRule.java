package io.streamgauge.schemas.condition;

import io.streamgauge.schemas.contract.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the statistics of a feature have to keep.
 *
 * @param path of the feature; its statistics are {@code feature}, or {@code feature_test} where there is a base
 * @param basePath of the feature of other data that it is compared with, {@code feature_base}; null if there is none
 * @param condition that has to hold
 * @param environments where it has to; empty is everywhere
 */
public record StatisticsRule(
        List<String> path,
        @Nullable List<String> basePath,
        SqlCondition condition,
        Severity severity,
        String description,
        Set<String> environments) {
    public StatisticsRule {
        path = List.copyOf(path);
        basePath = basePath == null ? null : List.copyOf(basePath);
        environments = Set.copyOf(environments);
    }

    /** Whether it is asked of data from there; null is nowhere in particular. */
    public boolean appliesIn(@Nullable String environment) {
        return environments.isEmpty() || (environment != null && environments.contains(environment));
    }
}
