package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Tolerance;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Items;
import java.util.List;
import java.util.Optional;

/** Lists with the same elements in another order, or more often. */
final class ListOrder implements Finder {
    private static final Comparison AS_SETS = new Comparison(Tolerance.NONE, null, true);

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        long same = mismatches.stream()
                .filter(each -> each.base() instanceof Items && each.test() instanceof Items)
                .filter(each -> AS_SETS.same(each.base(), each.test()))
                .count();
        double share = (double) same / mismatches.size();
        return share < LEAST_SHARE
                ? Optional.empty()
                : Optional.of(new Diagnosis(
                        BugKind.LIST_ORDER,
                        share,
                        Words.inShare("the same elements in another order or number", share)));
    }
}
