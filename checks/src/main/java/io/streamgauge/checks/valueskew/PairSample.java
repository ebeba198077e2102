package io.streamgauge.checks.valueskew;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A pair of rows kept as evidence.
 *
 * @param timeMs event time of the later row
 * @param high first half of the identifier's hash, so that pairs of one time have an order
 * @param low second half
 */
public record PairSample(long timeMs, long high, long low, RowPlace serving, RowPlace training, Row base, Row test)
        implements Comparable<PairSample> {
    private static final Comparator<PairSample> ORDER = Comparator.comparingLong(PairSample::timeMs)
            .thenComparingLong(PairSample::high)
            .thenComparingLong(PairSample::low);

    /** Where a row lies. */
    public record RowPlace(String topic, int partition, long offset) {}

    /** The values of a row in the order of the features; must not change. */
    public static final class Row {
        private final Value[] values;

        public Row(Value[] values) {
            this.values = values;
        }

        public Value[] values() {
            return values;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(values, row.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return Arrays.toString(values);
        }
    }

    @Override
    public int compareTo(PairSample other) {
        return ORDER.compare(this, other);
    }
}
