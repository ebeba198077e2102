package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value.Numeric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;

/** The pairs of finite numbers among pairs that differ. */
record NumberPairs(List<Pair> pairs, int outOf) {
    /** Fewer different values fit many explanations. */
    private static final int LEAST_DISTINCT = 5;

    private static final int MOST_DECIMALS = 6;

    /** Two numbers. */
    record Pair(double base, double test) {
        Pair turned() {
            return new Pair(/* base= */ test, /* test= */ base);
        }
    }

    NumberPairs {
        pairs = List.copyOf(pairs);
    }

    static NumberPairs of(List<Mismatch> mismatches) {
        List<Pair> pairs = new ArrayList<>();
        for (Mismatch each : mismatches) {
            if (each.base() instanceof Numeric base
                    && each.test() instanceof Numeric test
                    && Double.isFinite(base.value())
                    && Double.isFinite(test.value())) {
                pairs.add(new Pair(base.value(), test.value()));
            }
        }
        return new NumberPairs(pairs, mismatches.size());
    }

    /** Base and test exchanged. */
    NumberPairs turned() {
        return new NumberPairs(pairs.stream().map(Pair::turned).toList(), outOf);
    }

    /** Whether there are enough pairs, and enough different values on both sides, for an explanation to mean something. */
    boolean canBeExplained() {
        return pairs.size() >= Finder.LEAST_SHARE * outOf
                && pairs.stream().mapToDouble(Pair::base).distinct().count() >= LEAST_DISTINCT
                && pairs.stream().mapToDouble(Pair::test).distinct().count() > 1;
    }

    /** The share of all pairs that differ, not of the numbers alone. */
    double share(Predicate<Pair> explained) {
        return (double) pairs.stream().filter(explained).count() / outOf;
    }

    /** The upper median of a quantity; NaN without pairs. */
    double median(DoubleBinaryOperator quantity) {
        double[] sorted = pairs.stream()
                .mapToDouble(each -> quantity.applyAsDouble(each.base(), each.test()))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** Half a unit of the last decimal that the base values are written with; 0 if they have more than a few decimals. */
    double halfUnitOfBase() {
        double[] values = pairs.stream().mapToDouble(Pair::base).toArray();
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            double scale = Math.pow(10, decimals);
            if (Arrays.stream(values).allMatch(value -> isWhole(value * scale))) {
                return 0.5 / scale;
            }
        }
        return 0;
    }

    static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) <= 1e-9 * Math.max(1, Math.abs(value));
    }
}
