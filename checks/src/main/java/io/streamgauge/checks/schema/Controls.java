package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data that others are compared with, counted the same way as they are. */
record Controls(
        @Nullable DatasetStatistics previousSpan,
        @Nullable DatasetStatistics serving,
        @Nullable DatasetStatistics previousVersion) {
    static Controls of(ControlData data, boolean byWeight) {
        return new Controls(
                counted(data.previousSpan(), byWeight),
                counted(data.serving(), byWeight),
                counted(data.previousVersion(), byWeight));
    }

    private static @Nullable DatasetStatistics counted(@Nullable WeighableStatistics data, boolean byWeight) {
        return data == null ? null : data.counted(byWeight);
    }

    /** Notes that a feature, of which the data have nothing at all, is to be compared and is on the other side. */
    void notComparable(FeatureContract feature, List<String> path, Reasons reasons) {
        if (!feature.lifecycle().checked()) {
            return;
        }
        notComparable(feature.drift(), previousSpan, path, "previous", reasons);
        notComparable(feature.skew(), serving, path, "serving", reasons);
    }

    private static void notComparable(
            Comparator comparator,
            @Nullable DatasetStatistics control,
            List<String> path,
            String name,
            Reasons reasons) {
        if (control != null && !comparator.limitsNothing() && presentIn(control, path)) {
            reasons.add(
                    AnomalyType.COMPARATOR_TREATMENT_DATA_MISSING,
                    "Data to compare are missing",
                    "The feature is in the %s data, but not in these.".formatted(name));
        }
    }

    private static boolean presentIn(DatasetStatistics data, List<String> path) {
        return data.feature(path)
                .map(feature -> feature.presences().present() > 0)
                .orElse(false);
    }
}
