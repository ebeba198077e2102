package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Value;
import java.util.List;
import java.util.Optional;

/** One side fills in a value where the other has none. */
final class DefaultForMissing {
    /** A value that most rows have anyway is no default. */
    private static final double MOST_USUAL = 0.5;

    private DefaultForMissing() {}

    /**
     * @param values that only the side called {@code here} has
     * @param usual values that both agree on: without enough of them nobody knows what is usual
     */
    static Optional<Diagnosis> find(List<Value> values, List<Value> usual, String here, String there) {
        if (values.size() < Diagnoses.LEAST_PAIRS || usual.size() < Diagnoses.LEAST_PAIRS) {
            return Optional.empty();
        }
        var counts = Frequencies.of(values);
        String top = counts.top();
        double share = counts.share(top);
        if (share < Finder.LEAST_SHARE || isUsual(top, usual)) {
            return Optional.empty();
        }
        String words = "%s has %s where %s has nothing".formatted(here, Words.value(top), there);
        return Optional.of(new Diagnosis(BugKind.DEFAULT_VALUE, share, Words.inShare(words, share)));
    }

    static boolean isUsual(String text, List<Value> usual) {
        return Frequencies.of(usual).share(text) > MOST_USUAL;
    }
}
