package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.PhysicalType;
import org.jspecify.annotations.Nullable;

/** The rules of a feature whose values are numbers. NaN is neither too big nor too small. */
final class NumberRules {
    private static final double NO_LEAST = Double.NEGATIVE_INFINITY;
    private static final double NO_MOST = Double.POSITIVE_INFINITY;

    private NumberRules() {}

    static void add(SlotRules rules, Domain domain) {
        if (domain instanceof Domain.WholeNumbers whole) {
            Long min = whole.limits().min();
            Long max = whole.limits().max();
            limits(rules, "INT_TYPE_%s_INT", min == null ? null : (double) min, max == null ? null : (double) max);
        } else if (domain instanceof Domain.Numbers numbers) {
            limits(rules, "FLOAT_TYPE_%s_FLOAT", numbers.min(), numbers.max());
            if (numbers.noNan()) {
                rules.number("FLOAT_TYPE_HAS_NAN", "nan: true", Keeping.ANYTHING, value -> Double.isNaN(value));
            }
            if (numbers.noInfinity()) {
                rules.number(
                        "FLOAT_TYPE_HAS_INF",
                        "infinity: true",
                        Keeping.between(-Double.MAX_VALUE, Double.MAX_VALUE),
                        value -> Double.isInfinite(value));
            }
        } else if (domain instanceof Domain.TrueFalse) {
            zeroOrOne(rules);
        }
    }

    private static void zeroOrOne(SlotRules rules) {
        if (rules.feature().type() == PhysicalType.INT) {
            rules.number("BOOL_TYPE_SMALL_INT", null, Keeping.between(0, NO_MOST), value -> value < 0);
            rules.number("BOOL_TYPE_BIG_INT", null, Keeping.between(NO_LEAST, 1), value -> value > 1);
        } else {
            rules.number("BOOL_TYPE_UNEXPECTED_FLOAT", null, Keeping.zeroOrOne(), value -> value != 0 && value != 1);
        }
    }

    private static void limits(SlotRules rules, String name, @Nullable Double min, @Nullable Double max) {
        if (min != null) {
            double least = min;
            rules.number(
                    name.formatted("SMALL"),
                    "a range that begins lower",
                    Keeping.between(least, NO_MOST),
                    value -> value < least);
        }
        if (max != null) {
            double most = max;
            rules.number(
                    name.formatted("BIG"),
                    "a range that ends higher",
                    Keeping.between(NO_LEAST, most),
                    value -> value > most);
        }
    }
}
