package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import java.util.List;
import java.util.Optional;

/** Degrees Celsius and Fahrenheit: {@code F = 1.8 C + 32}. */
final class Degrees implements Finder {
    private static final double EXACT = 1e-6;
    /** Of the spread of the values; with more, another line fits as well. */
    private static final double MOST_ROUNDING = 0.05;

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        NumberPairs pairs = NumberPairs.of(mismatches);
        return find(pairs, "serving is in degrees Fahrenheit, training in Celsius")
                .or(() -> find(pairs.turned(), "serving is in degrees Celsius, training in Fahrenheit"));
    }

    private static Optional<Diagnosis> find(NumberPairs pairs, String words) {
        if (!pairs.canBeExplained()) {
            return Optional.empty();
        }
        double rounding = pairs.turned().halfUnitOfBase() + 1.8 * pairs.halfUnitOfBase();
        double middle = pairs.median((celsius, fahrenheit) -> celsius);
        double spread = 1.8 * pairs.median((celsius, fahrenheit) -> Math.abs(celsius - middle));
        double allowed = (rounding <= MOST_ROUNDING * spread ? rounding : 0) + EXACT;
        double share = pairs.share(
                pair -> Math.abs(pair.test() - (1.8 * pair.base() + 32)) <= allowed + EXACT * Math.abs(pair.test()));
        return share < LEAST_SHARE
                ? Optional.empty()
                : Optional.of(new Diagnosis(BugKind.UNIT, share, Words.inShare(words, share)));
    }
}
