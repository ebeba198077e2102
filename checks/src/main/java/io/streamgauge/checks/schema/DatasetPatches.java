package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.RatioLimits;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import org.jspecify.annotations.Nullable;

/** Moves limits of the number of examples to what was found. */
final class DatasetPatches {
    private DatasetPatches() {}

    static DatasetLimits accepting(AnomalyType type, DatasetLimits limits, DatasetStatistics data, Controls controls) {
        Limits count = limits.examples();
        return switch (type) {
            case DATASET_LOW_NUM_EXAMPLES ->
                new DatasetLimits(
                        new Limits((long) Math.floor(data.examples()), count.max()),
                        limits.previousSpan(),
                        limits.previousVersion());
            case DATASET_HIGH_NUM_EXAMPLES ->
                new DatasetLimits(
                        new Limits(count.min(), (long) Math.ceil(data.examples())),
                        limits.previousSpan(),
                        limits.previousVersion());
            default ->
                new DatasetLimits(
                        count,
                        ratio(limits.previousSpan(), data, controls.previousSpan()),
                        ratio(limits.previousVersion(), data, controls.previousVersion()));
        };
    }

    private static RatioLimits ratio(RatioLimits limits, DatasetStatistics data, @Nullable DatasetStatistics control) {
        if (control == null) {
            return limits;
        }
        if (control.examples() == 0) {
            return new RatioLimits(limits.min(), null);
        }
        double ratio = data.examples() / control.examples();
        Double min = limits.min();
        Double max = limits.max();
        return new RatioLimits(
                min == null ? null : Double.valueOf(Math.min(min, ratio)),
                max == null ? null : Double.valueOf(Math.max(max, ratio)));
    }
}
