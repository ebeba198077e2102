package io.streamgauge.checks.valueskew;

/** What two values of a feature come to. */
public enum Outcome {
    /** Neither side has a value: counts as nothing. */
    NOTHING,
    MATCH,
    /** Two empty lists: they match, but are no values. */
    BOTH_EMPTY,
    MISMATCH,
    /** Training alone has a value. */
    BASE_ONLY,
    /** Serving alone has a value. */
    TEST_ONLY;

    /** Compares the value in training with that at serving. */
    public static Outcome of(Value base, Value test, Comparison comparison) {
        if (base.isEmpty() && test.isEmpty()) {
            return base instanceof Value.Items && test instanceof Value.Items ? BOTH_EMPTY : NOTHING;
        }
        if (test.isEmpty()) {
            return BASE_ONLY;
        }
        if (base.isEmpty()) {
            return TEST_ONLY;
        }
        return comparison.same(base, test) ? MATCH : MISMATCH;
    }
}
