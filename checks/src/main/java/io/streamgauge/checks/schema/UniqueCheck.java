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
                    "UniqueConstraints specified for the feature, but unique values were not counted (i.e., feature is"
                            + " not string or categorical).");
            return;
        }
        long unique = feature.words().unique();
        if (limits.min() != null && unique < limits.min()) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_LOW_UNIQUE,
                    "Low number of unique values",
                    "Expected at least %d unique values but found only %d.".formatted(limits.min(), unique));
        }
        Long max = limits.max() == null && compatibility == Compatibility.TFDV ? Long.valueOf(0) : limits.max();
        if (max != null && unique > max) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_HIGH_UNIQUE,
                    "High number of unique values",
                    "Expected no more than %d unique values but found %d.".formatted(max, unique));
        }
    }
}
