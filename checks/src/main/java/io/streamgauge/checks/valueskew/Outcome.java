package io.streamgauge.checks.valueskew;

/** What two values of a feature come to. */
public enum Outcome {
    /** Neither side has a value: counts as nothing. */
    NOTHING(0),
    MATCH(1),
    /** Two empty lists: they match, but are no values. */
    BOTH_EMPTY(2),
    MISMATCH(3),
    /** Training alone has a value. */
    BASE_ONLY(4),
    /** Serving alone has a value. */
    TEST_ONLY(5);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    /** A number in [0, 6) that state is kept with; it never changes. */
    public int code() {
        return code;
    }

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
