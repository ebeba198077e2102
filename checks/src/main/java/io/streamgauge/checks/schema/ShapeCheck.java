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
                    "The lists of the feature are nested %d deep; value_count is for flat lists, value_counts for nested ones."
                            .formatted(levels.size()));
            return;
        }
        level(levels.get(0), limits, "An example", reasons);
    }

    private static void nested(List<Level> levels, List<Limits> limits, Reasons reasons) {
        if (levels.size() != limits.size()) {
            reasons.add(
                    AnomalyType.VALUE_NESTEDNESS_MISMATCH,
                    NESTEDNESS,
                    "Lists are nested %d deep; the schema has limits for %d levels, so none is checked."
                            .formatted(levels.size(), limits.size()));
            return;
        }
        for (int i = 0; i < limits.size(); i++) {
            level(levels.get(i), limits.get(i), "A list at level %d".formatted(i), reasons);
        }
    }

    private static void level(Level level, Limits limits, String list, Reasons reasons) {
        if (limits.min() != null && level.minValues() < limits.min()) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_LOW_NUMBER_VALUES,
                    "Missing values",
                    "%s has %d values; the schema asks for at least %d."
                            .formatted(list, level.minValues(), limits.min()));
        }
        if (limits.max() != null && level.maxValues() > limits.max()) {
            reasons.add(
                    AnomalyType.FEATURE_TYPE_HIGH_NUMBER_VALUES,
                    "Superfluous values",
                    "%s has %d values; the schema allows %d at most.".formatted(list, level.maxValues(), limits.max()));
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
                    "A fixed shape needs the same number of values in every example, and in every list of nested ones.");
            return;
        }
        long values = levels.stream().mapToLong(Level::minValues).reduce(1, (a, b) -> a * b);
        if (values != shape.values()) {
            reasons.add(
                    AnomalyType.INVALID_FEATURE_SHAPE,
                    "Feature shape dropped",
                    "Every example has %d values; the shape of the schema holds %d.".formatted(values, shape.values()));
        }
    }
}
