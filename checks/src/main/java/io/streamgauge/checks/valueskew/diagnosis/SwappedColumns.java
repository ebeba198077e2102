package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import java.util.List;
import java.util.Optional;

/** Serving holds the value of another column, and that column holds this one's. */
final class SwappedColumns implements Finder {
    /** Two columns of yes and no swap by chance. */
    private static final int LEAST_DISTINCT = 3;

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        if (Frequencies.of(mismatches.stream().map(Mismatch::test).toList()).distinct() < LEAST_DISTINCT) {
            return Optional.empty();
        }
        List<String> partners =
                mismatches.stream().flatMap(each -> each.swaps().stream()).toList();
        var counts = Frequencies.ofTexts(partners);
        double share = (double) counts.counts().getOrDefault(counts.top(), 0) / mismatches.size();
        return share < LEAST_SHARE
                ? Optional.empty()
                : Optional.of(new Diagnosis(
                        BugKind.SWAPPED_COLUMNS,
                        share,
                        Words.inShare("swapped with " + Words.value(counts.top()), share)));
    }
}
