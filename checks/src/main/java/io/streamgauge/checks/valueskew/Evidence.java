package io.streamgauge.checks.valueskew;

import java.util.List;

/**
 * A bounded sample of what was seen of a feature: pairs that differ, in the order they came, and values that agreed.
 *
 * @param differing the first pairs that differ; of each of the three ways to differ up to the bound
 * @param usual the first values on which both sides agreed
 */
public record Evidence(List<Mismatch> differing, List<Value> usual) {
    public Evidence {
        differing = List.copyOf(differing);
        usual = List.copyOf(usual);
    }

    /** Pairs with two values. */
    public List<Mismatch> mismatches() {
        return differing.stream().filter(Mismatch::hasBoth).toList();
    }

    /** Values that training alone has. */
    public List<Value> baseOnly() {
        return differing.stream()
                .filter(each -> each.test().isEmpty())
                .map(Mismatch::base)
                .toList();
    }

    /** Values that serving alone has. */
    public List<Value> testOnly() {
        return differing.stream()
                .filter(each -> each.base().isEmpty())
                .map(Mismatch::test)
                .toList();
    }
}
