package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.statistics.tfdv.CustomStatistic;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import java.util.List;
import java.util.Map;

/** Do the parts of a feature fit together that is written as several? Their statistics have names of their own. */
final class PairChecks {
    private PairChecks() {}

    /** The values of a sparse feature and their indices. */
    static void sparse(FeatureStatistics feature, Reasons reasons) {
        for (CustomStatistic custom : feature.custom()) {
            switch (custom.name()) {
                case "missing_value" ->
                    missing(custom.number(), AnomalyType.SPARSE_FEATURE_MISSING_VALUE, "value", reasons);
                case "missing_index" -> missingIndices(custom.counts(), reasons);
                case "max_length_diff", "min_length_diff" -> lengths(custom, reasons);
                default -> {
                    // Statistics with other names are no concern of ours.
                }
            }
        }
    }

    /** The values of a weighted feature and their weights. */
    static void weighted(FeatureStatistics feature, Reasons reasons) {
        for (CustomStatistic custom : feature.custom()) {
            if (custom.name().equals("missing_value")) {
                missing(custom.number(), AnomalyType.WEIGHTED_FEATURE_MISSING_VALUE, "value", reasons);
            } else if (custom.name().equals("missing_weight")) {
                missing(custom.number(), AnomalyType.WEIGHTED_FEATURE_MISSING_WEIGHT, "weight", reasons);
            }
        }
        long min = difference(feature, "min_weight_length_diff");
        long max = difference(feature, "max_weight_length_diff");
        if (min != 0 || max != 0) {
            reasons.add(
                    AnomalyType.WEIGHTED_FEATURE_LENGTH_MISMATCH,
                    "Length mismatch between value and weight feature",
                    "Lists of weights and of values differ in length by %d to %d.".formatted(min, max));
        }
    }

    private static void missing(double examples, AnomalyType type, String part, Reasons reasons) {
        if (examples != 0) {
            reasons.add(
                    type,
                    "Missing %s feature".formatted(part),
                    "%s examples lack the %s.".formatted(SixDigits.of(examples), part));
        }
    }

    private static void missingIndices(Map<String, Double> examples, Reasons reasons) {
        examples.forEach((index, count) -> {
            if (count.longValue() != 0) {
                reasons.add(
                        AnomalyType.SPARSE_FEATURE_MISSING_INDEX,
                        "Missing index feature",
                        "%d examples lack the index %s.".formatted(count.longValue(), index));
            }
        });
    }

    private static void lengths(CustomStatistic custom, Reasons reasons) {
        custom.counts().forEach((index, difference) -> {
            if (difference != 0) {
                reasons.add(
                        AnomalyType.SPARSE_FEATURE_LENGTH_MISMATCH,
                        "Length mismatch between value and index feature",
                        "Lists of the index %s and of the values differ in length: %s is %d."
                                .formatted(index, custom.name(), difference.longValue()));
            }
        });
    }

    private static long difference(FeatureStatistics feature, String name) {
        List<CustomStatistic> all = feature.custom();
        return all.stream()
                .filter(custom -> custom.name().equals(name))
                .mapToLong(custom -> (long) custom.number())
                .sum();
    }
}
