package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import java.util.List;
import java.util.Optional;

/** Serving fills the column with the values of another one. */
final class OtherColumn implements Finder {
    /** Columns with few different values agree by chance. */
    private static final int LEAST_DISTINCT = 5;

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        if (Frequencies.of(mismatches.stream().map(Mismatch::test).toList()).distinct() < LEAST_DISTINCT) {
            return Optional.empty();
        }
        List<String> twins =
                mismatches.stream().flatMap(each -> each.twins().stream()).toList();
        var counts = Frequencies.ofTexts(twins);
        double share = (double) counts.counts().getOrDefault(counts.top(), 0) / mismatches.size();
        return share < LEAST_SHARE
                ? Optional.empty()
                : Optional.of(new Diagnosis(
                        BugKind.OTHER_COLUMN,
                        share,
                        Words.inShare("serving holds what training has in " + Words.value(counts.top()), share)));
    }
}
