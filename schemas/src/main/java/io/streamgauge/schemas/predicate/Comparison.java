package io.streamgauge.schemas.predicate;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators that compare two values. NaN equals nothing and is in no order, as IEEE 754 and CEL have it. */
enum Comparison {
    LESS {
        @Override
        TruthNode numbers(NumberNode left, NumberNode right) {
            return ofNumbers(left, right, (a, b) -> a < b);
        }

        @Override
        boolean holds(int order) {
            return order < 0;
        }
    },
    AT_MOST {
        @Override
        TruthNode numbers(NumberNode left, NumberNode right) {
            return ofNumbers(left, right, (a, b) -> a <= b);
        }

        @Override
        boolean holds(int order) {
            return order <= 0;
        }
    },
    GREATER {
        @Override
        TruthNode numbers(NumberNode left, NumberNode right) {
            return ofNumbers(left, right, (a, b) -> a > b);
        }

        @Override
        boolean holds(int order) {
            return order > 0;
        }
    },
    AT_LEAST {
        @Override
        TruthNode numbers(NumberNode left, NumberNode right) {
            return ofNumbers(left, right, (a, b) -> a >= b);
        }

        @Override
        boolean holds(int order) {
            return order >= 0;
        }
    },
    EQUAL {
        @Override
        TruthNode numbers(NumberNode left, NumberNode right) {
            return ofNumbers(left, right, (a, b) -> a == b);
        }

        @Override
        boolean holds(int order) {
            return order == 0;
        }
    },
    DIFFERENT {
        @Override
        TruthNode numbers(NumberNode left, NumberNode right) {
            return ofNumbers(left, right, (a, b) -> a != b);
        }

        @Override
        boolean holds(int order) {
            return order != 0;
        }
    };

    private static final Map<String, Comparison> BY_OPERATOR =
            Map.of("_<_", LESS, "_<=_", AT_MOST, "_>_", GREATER, "_>=_", AT_LEAST, "_==_", EQUAL, "_!=_", DIFFERENT);

    static @Nullable Comparison of(String operator) {
        return BY_OPERATOR.get(operator);
    }

    abstract TruthNode numbers(NumberNode left, NumberNode right);

    abstract boolean holds(int order);

    /** By code points, which is the order of their UTF-8 bytes. */
    TruthNode texts(TextNode left, TextNode right) {
        return event -> {
            TextNode.Source a = left.pick(event);
            TextNode.Source b = right.pick(event);
            if (a == null || b == null) {
                return Truth.UNKNOWN;
            }
            int aStart = a.offset(event);
            int bStart = b.offset(event);
            return Truth.of(holds(Arrays.compareUnsigned(
                    a.bytes(event),
                    aStart,
                    aStart + a.length(event),
                    b.bytes(event),
                    bStart,
                    bStart + b.length(event))));
        };
    }

    private interface OfDoubles {
        boolean holds(double a, double b);
    }

    private static TruthNode ofNumbers(NumberNode left, NumberNode right, OfDoubles comparison) {
        return event -> {
            double a = left.value(event);
            double b = right.value(event);
            return NumberNode.isUnknown(a) || NumberNode.isUnknown(b)
                    ? Truth.UNKNOWN
                    : Truth.of(comparison.holds(a, b));
        };
    }
}
