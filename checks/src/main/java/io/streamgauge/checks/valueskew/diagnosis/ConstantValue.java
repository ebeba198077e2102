package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import java.util.List;
import java.util.Optional;

/** One side has the same value wherever they differ: a default, or a value that froze. */
final class ConstantValue implements Finder {
    /** Where the other side has fewer values, that one is constant may be all there is to it. */
    private static final int LEAST_DISTINCT = 3;

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        List<Value> base = mismatches.stream().map(Mismatch::base).toList();
        List<Value> test = mismatches.stream().map(Mismatch::test).toList();
        return find(test, base, usual, "serving", "training").or(() -> find(base, test, usual, "training", "serving"));
    }

    private static Optional<Diagnosis> find(
            List<Value> constant, List<Value> varied, List<Value> usual, String here, String there) {
        var values = Frequencies.of(constant);
        String top = values.top();
        double share = values.share(top);
        int others = Frequencies.of(varied).distinct();
        if (share < LEAST_SHARE || others < LEAST_DISTINCT || DefaultForMissing.isUsual(top, usual)) {
            return Optional.empty();
        }
        String words =
                "%s has %s in place of %d different values of %s".formatted(here, Words.value(top), others, there);
        return Optional.of(new Diagnosis(BugKind.DEFAULT_VALUE, share, Words.inShare(words, share)));
    }
}
