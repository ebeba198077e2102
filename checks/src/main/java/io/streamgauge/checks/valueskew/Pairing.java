package io.streamgauge.checks.valueskew;

/** Which rows with the same identifier are pairs? */
public enum Pairing {
    /** An identifier that a side has more than once gives no pair: nobody can say which rows belong together. */
    UNIQUE_IDENTIFIERS {
        @Override
        public long pairs(long baseRows, long testRows) {
            return baseRows == 1 && testRows == 1 ? 1 : 0;
        }
    },
    /** Each row of one side with each of the other. */
    ALL {
        @Override
        public long pairs(long baseRows, long testRows) {
            return Math.multiplyExact(baseRows, testRows);
        }
    };

    /**
     * How many pairs rows with the same identifier give.
     *
     * @throws ArithmeticException if they are more than a long can hold
     */
    public abstract long pairs(long baseRows, long testRows);
}
