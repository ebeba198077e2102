package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import org.jspecify.annotations.Nullable;

/** Does a feature have as many distinct values as it has to? */
final class UniqueCheck {
    private UniqueCheck() {}

    static void check(
            FeatureStatistics feature, @Nullable Limits limits, Compatibility compatibility, Reasons reasons) {
        if (limits == null) {
            return;
        }
        if (feature.texts() == null) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_NO_UNIQUE,
                    "No unique values",
                    "The schema limits the number of distinct values, but the statistics do not have it.");
            return;
        }
        long unique = feature.words().unique();
        if (limits.min() != null && unique < limits.min()) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_LOW_UNIQUE,
                    "Low number of unique values",
                    "There are %d distinct values; the schema asks for at least %d.".formatted(unique, limits.min()));
        }
        Long max = limits.max() == null && compatibility == Compatibility.TFDV ? Long.valueOf(0) : limits.max();
        if (max != null && unique > max) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_HIGH_UNIQUE,
                    "High number of unique values",
                    "There are %d distinct values; the schema allows %d at most.".formatted(unique, max));
        }
    }
}
