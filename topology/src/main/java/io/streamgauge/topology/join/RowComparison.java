package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.checks.valueskew.Outcome;
import io.streamgauge.topology.partial.ValueFormat;
import io.streamgauge.topology.state.Slice;
import java.util.Arrays;

/**
 * Compares two rows value by value, as they came: most values are the same, and then so are their bytes. Only the others are read. Not
 * thread-safe.
 */
final class RowComparison {
    private final Comparison[] comparisons;
    private final byte[] allMatch;
    private final byte[] outcomes;

    RowComparison(Comparison[] comparisons) {
        this.comparisons = comparisons;
        this.outcomes = new byte[comparisons.length];
        this.allMatch = new byte[comparisons.length];
        Arrays.fill(allMatch, (byte) Outcome.MATCH.code());
    }

    /** Codes of the outcomes by feature; must not be changed. */
    byte[] outcomes(Slice base, Slice test) {
        byte[] left = base.bytes();
        byte[] right = test.bytes();
        int at = ValueFormat.first(base);
        int other = ValueFormat.first(test);
        boolean matches = true;
        for (int i = 0; i < comparisons.length; i++) {
            int end = ValueFormat.behind(left, at);
            int otherEnd = ValueFormat.behind(right, other);
            boolean same = ValueFormat.isPlainAt(left, at) && Arrays.equals(left, at, end, right, other, otherEnd);
            Outcome outcome = same
                    ? Outcome.MATCH
                    : Outcome.of(ValueFormat.valueAt(left, at), ValueFormat.valueAt(right, other), comparisons[i]);
            outcomes[i] = (byte) outcome.code();
            matches &= outcome == Outcome.MATCH;
            at = end;
            other = otherEnd;
        }
        return matches ? allMatch : outcomes.clone();
    }

    /** Whether any of the features differs. */
    boolean differs(byte[] ofFeatures) {
        if (ofFeatures == allMatch) {
            return false;
        }
        for (byte code : ofFeatures) {
            if (code >= Outcome.MISMATCH.code()) {
                return true;
            }
        }
        return false;
    }
}
