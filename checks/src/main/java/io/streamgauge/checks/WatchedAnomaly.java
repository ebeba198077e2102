package io.streamgauge.checks;

import io.streamgauge.checks.schema.WindowSchema;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.FeatureContract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a window can break, so that it has a score also while it does not.
 *
 * @param feature null for the data as a whole
 * @param ofParts whether it is asked of slices, too: fewer events are no trouble there
 */
record WatchedAnomaly(@Nullable String feature, AnomalyType type, Needs needs, boolean ofParts) {
    /** What a window must have for a verdict. */
    enum Needs {
        EVENTS,
        EVENTS_IN_TRAINING,
        /** Enough of them. */
        ROWS,
        /** Enough rows in the window before. */
        WINDOW_BEFORE,
        /** Enough rows in both. */
        ROWS_BEFORE,
        ROWS_IN_TRAINING
    }

    private static final List<AnomalyType> OF_COMPARATORS = List.of(
            AnomalyType.COMPARATOR_L_INFTY_HIGH,
            AnomalyType.COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH,
            AnomalyType.COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH);

    /** {@code drift:} against the window before, {@code skew:} against training, else TFDV's name alone. */
    String metric() {
        return switch (needs) {
            case WINDOW_BEFORE, ROWS_BEFORE -> "drift:" + type;
            case ROWS_IN_TRAINING -> "skew:" + type;
            case EVENTS, EVENTS_IN_TRAINING, ROWS -> type.name();
        };
    }

    boolean againstTraining() {
        return needs == Needs.ROWS_IN_TRAINING;
    }

    boolean looksBack() {
        return needs == Needs.ROWS_BEFORE || needs == Needs.WINDOW_BEFORE;
    }

    /** All that windows can break of a schema, and single events cannot. */
    static List<WatchedAnomaly> of(WindowSchema schema) {
        var watched = new ArrayList<WatchedAnomaly>();
        for (FeatureContract feature : schema.contract().features()) {
            if (feature.lifecycle().checked()) {
                addPresence(feature, schema, watched);
                addUnique(feature, watched);
                addDistribution(feature, watched);
                addComparator(feature.name(), feature.drift(), Needs.ROWS_BEFORE, watched);
                addComparator(feature.name(), feature.skew(), Needs.ROWS_IN_TRAINING, watched);
            }
        }
        if (!schema.contract().features().isEmpty()) {
            watched.add(new WatchedAnomaly(null, AnomalyType.NO_DATA_IN_SPAN, Needs.EVENTS_IN_TRAINING, false));
            addDataset(schema.contract().dataset(), watched);
        }
        return watched;
    }

    private static void addPresence(FeatureContract feature, WindowSchema schema, List<WatchedAnomaly> watched) {
        if (schema.isRequired(feature)) {
            watched.add(new WatchedAnomaly(feature.name(), AnomalyType.FEATURE_TYPE_NOT_PRESENT, Needs.EVENTS, true));
        }
        if (!schema.isExpected(feature)) {
            watched.add(new WatchedAnomaly(feature.name(), AnomalyType.SCHEMA_NEW_COLUMN, Needs.EVENTS, false));
        }
        Long minCount = feature.presence().minCount();
        if (minCount != null && minCount > 1) {
            watched.add(new WatchedAnomaly(
                    feature.name(), AnomalyType.FEATURE_TYPE_LOW_NUMBER_PRESENT, Needs.EVENTS, false));
        }
    }

    private static void addUnique(FeatureContract feature, List<WatchedAnomaly> watched) {
        if (feature.unique() != null) {
            watched.add(new WatchedAnomaly(feature.name(), AnomalyType.FEATURE_TYPE_HIGH_UNIQUE, Needs.EVENTS, true));
            watched.add(new WatchedAnomaly(feature.name(), AnomalyType.FEATURE_TYPE_LOW_UNIQUE, Needs.EVENTS, false));
            watched.add(new WatchedAnomaly(feature.name(), AnomalyType.FEATURE_TYPE_NO_UNIQUE, Needs.EVENTS, false));
        }
    }

    private static void addDistribution(FeatureContract feature, List<WatchedAnomaly> watched) {
        if (!feature.distribution().isAny()) {
            watched.add(new WatchedAnomaly(feature.name(), AnomalyType.STATISTIC_OUT_OF_LIMITS, Needs.ROWS, true));
            watched.add(new WatchedAnomaly(feature.name(), AnomalyType.STATS_NOT_AVAILABLE, Needs.ROWS, false));
        }
    }

    private static void addComparator(
            String feature, Comparator comparator, Needs needs, List<WatchedAnomaly> watched) {
        if (comparator.limitsNothing()) {
            return;
        }
        var limits = new @Nullable Double[] {
            comparator.infinityNorm(), comparator.jensenShannonDivergence(), comparator.normalizedAbsoluteDifference()
        };
        for (int i = 0; i < limits.length; i++) {
            if (limits[i] != null) {
                watched.add(new WatchedAnomaly(feature, OF_COMPARATORS.get(i), needs, true));
            }
        }
        watched.add(new WatchedAnomaly(feature, AnomalyType.COMPARATOR_CONTROL_DATA_MISSING, needs, true));
        if (needs == Needs.ROWS_BEFORE) {
            watched.add(new WatchedAnomaly(feature, AnomalyType.COMPARATOR_TREATMENT_DATA_MISSING, needs, true));
        }
    }

    private static void addDataset(DatasetLimits limits, List<WatchedAnomaly> watched) {
        if (limits.examples().min() != null) {
            watched.add(new WatchedAnomaly(null, AnomalyType.DATASET_LOW_NUM_EXAMPLES, Needs.EVENTS, false));
        }
        if (limits.examples().max() != null) {
            watched.add(new WatchedAnomaly(null, AnomalyType.DATASET_HIGH_NUM_EXAMPLES, Needs.EVENTS, false));
        }
        if (limits.previousSpan().min() != null) {
            watched.add(new WatchedAnomaly(null, AnomalyType.COMPARATOR_LOW_NUM_EXAMPLES, Needs.WINDOW_BEFORE, false));
        }
        if (limits.previousSpan().max() != null) {
            watched.add(new WatchedAnomaly(null, AnomalyType.COMPARATOR_HIGH_NUM_EXAMPLES, Needs.WINDOW_BEFORE, false));
        }
    }
}
