package io.streamgauge.statistics.change;

/** Which finite values a detector is for. */
public enum ValueRange {
    /** Any number up to 1e100 in absolute value; beyond that, squares and sums would overflow. */
    NUMBER("a number between -1e100 and 1e100") {
        @Override
        boolean contains(double value) {
            return Math.abs(value) <= 1e100;
        }
    },
    /** Any number above 0 up to 1e100, for what is judged in proportion. */
    POSITIVE("a number above 0, up to 1e100") {
        @Override
        boolean contains(double value) {
            return value > 0 && value <= 1e100;
        }
    },
    /** A share or a bounded error, from 0 to 1. */
    SHARE("a number from 0 to 1") {
        @Override
        boolean contains(double value) {
            return value >= 0 && value <= 1;
        }
    },
    /** 0 for right, 1 for wrong. */
    BIT("0 (right) or 1 (wrong)") {
        @Override
        boolean contains(double value) {
            return value == 0 || value == 1;
        }
    };

    private final String description;

    ValueRange(String description) {
        this.description = description;
    }

    abstract boolean contains(double value);

    /** The range in words: {@code "a number from 0 to 1"}. */
    public String description() {
        return description;
    }
}
