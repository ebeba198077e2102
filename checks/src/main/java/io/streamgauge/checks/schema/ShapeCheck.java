package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.Shape;
import io.streamgauge.statistics.tfdv.Level;
import io.streamgauge.statistics.tfdv.Presences;
import java.util.List;

/** Do examples have as many values as they have to? */
final class ShapeCheck {
    private static final String NESTEDNESS = "Mismatched value nest level";

    private ShapeCheck() {}

    static void check(Presences found, Shape shape, Reasons reasons) {
        if (shape instanceof Shape.Counted counted) {
            counted(found.levels(), counted.limits(), reasons);
        } else if (shape instanceof Shape.Nested nested) {
            nested(found.levels(), nested.levels(), reasons);
        } else if (shape instanceof Shape.Fixed fixed) {
            fixed(found.levels(), fixed, reasons);
        }
    }

    private static void counted(List<Level> levels, Limits limits, Reasons reasons) {
        if (levels.size() > 1) {
            reasons.add(
                    AnomalyType.VALUE_NESTEDNESS_MISMATCH,
                    NESTEDNESS,
                    "This feature has a value_count, but the nestedness level of the feature > 1. For features with"
                            + " nestedness levels greater than 1, value_counts, not value_count, should be specified.");
            return;
        }
        level(levels.get(0), limits, ".", reasons);
    }

    private static void nested(List<Level> levels, List<Limits> limits, Reasons reasons) {
        if (levels.size() != limits.size()) {
            reasons.add(
                    AnomalyType.VALUE_NESTEDNESS_MISMATCH,
                    NESTEDNESS,
                    "The values have a different nest level than expected. Value counts will not be checked.");
            return;
        }
        for (int i = 0; i < limits.size(); i++) {
            level(levels.get(i), limits.get(i), " at nestedness level %d.".formatted(i), reasons);
        }
    }

    private static void level(Level level, Limits limits, String where, Reasons reasons) {
        if (limits.min() != null && level.minValues() < limits.min()) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_LOW_NUMBER_VALUES,
                    "Missing values",
                    "Some examples have fewer values than expected" + where);
        }
        if (limits.max() != null && level.maxValues() > limits.max()) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_HIGH_NUMBER_VALUES,
                    "Superfluous values",
                    "Some examples have more values than expected" + where);
        }
    }

    private static void fixed(List<Level> levels, Shape.Fixed shape, Reasons reasons) {
        boolean constant = levels.stream()
                .allMatch(level ->
                        level.minValues() == level.maxValues() && level.minValues() != 0 && level.missing() == 0);
        if (!constant) {
            reasons.add(
                    AnomalyType.INVALID_FEATURE_SHAPE,
                    "Feature shape dropped",
                    "The feature has a shape, but it's not always present (if the feature is nested, then it should"
                            + " always be present at each nested level) or its value lengths vary.");
            return;
        }
        long values = levels.stream().mapToLong(Level::minValues).reduce(1, (a, b) -> a * b);
        if (values != shape.values()) {
            reasons.add(
                    AnomalyType.INVALID_FEATURE_SHAPE,
                    "Feature shape dropped",
                    "The feature has fixed value length %d but it's not compatible with the specified shape."
                            .formatted(values));
        }
    }
}
