package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.Shape;

/** The rules for how many values an event has of a feature: one, or as many as its list is long. */
final class ShapeRules {
    private ShapeRules() {}

    /** @param shape a list within a list is of another type, so that nested shapes never fit */
    static void add(SlotRules rules, int slot, Shape shape) {
        if (shape instanceof Shape.Counted counted) {
            counted(rules, slot, counted.limits());
        } else if (shape instanceof Shape.Fixed fixed) {
            long values = fixed.values();
            rules.add(
                    "INVALID_FEATURE_SHAPE",
                    "shape: null",
                    values == 1 ? Keeping.ANY_VALUE : Keeping.NOTHING,
                    event -> event.valueCount(slot) != values);
        } else if (shape instanceof Shape.Nested nested) {
            boolean fits = nested.levels().size() == 1;
            if (fits) {
                counted(rules, slot, nested.levels().get(0));
            } else {
                rules.add(
                        "VALUE_NESTEDNESS_MISMATCH",
                        "nested-values: null",
                        Keeping.NO_VALUE,
                        event -> !event.isMissing(slot) && !event.isMistyped(slot));
            }
        }
    }

    private static void counted(SlotRules rules, int slot, Limits limits) {
        Long min = limits.min();
        if (min != null) {
            rules.add(
                    "FEATURE_TYPE_LOW_NUMBER_VALUES",
                    "values: { min: null }",
                    min <= 1 ? Keeping.ANYTHING : Keeping.NO_VALUE,
                    event -> !event.isMissing(slot) && event.valueCount(slot) < min);
        }
        Long max = limits.max();
        if (max != null) {
            rules.add(
                    "FEATURE_TYPE_HIGH_NUMBER_VALUES",
                    "values: { max: null }",
                    max >= 1 ? Keeping.ANYTHING : Keeping.NO_VALUE,
                    event -> !event.isMissing(slot) && event.valueCount(slot) > max);
        }
    }
}
