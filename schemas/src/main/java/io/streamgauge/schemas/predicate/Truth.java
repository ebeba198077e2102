package io.streamgauge.schemas.predicate;

/** Does it hold? {@link #UNKNOWN} where a value that the answer depends on is missing (three-valued logic after Kleene). */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }
}
