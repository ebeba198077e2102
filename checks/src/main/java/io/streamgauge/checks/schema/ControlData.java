package io.streamgauge.checks.schema;

import io.streamgauge.statistics.tfdv.WeighableStatistics;
import org.jspecify.annotations.Nullable;

/** The data that others are compared with; null where there are none. */
public record ControlData(
        @Nullable WeighableStatistics previousSpan,
        @Nullable WeighableStatistics serving,
        @Nullable WeighableStatistics previousVersion) {
    public static final ControlData NONE = new ControlData(null, null, null);
}
