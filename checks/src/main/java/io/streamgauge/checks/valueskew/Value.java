package io.streamgauge.checks.valueskew;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What does a row hold for a feature? Immutable. */
public sealed interface Value {
    /** Whether there is nothing to compare: absent, or a list without elements. */
    default boolean isEmpty() {
        return false;
    }

    /** The value as a person would write it. */
    String text();

    /** No value: no such field, null, an empty cell. */
    enum Absent implements Value {
        ABSENT;

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public String text() {
            return "";
        }
    }

    /**
     * A number.
     *
     * @param written the digits where they say more than the number: cells of a format without types, and whole numbers
     *     that a double cannot hold
     */
    record Numeric(double value, @Nullable String written) implements Value {
        private static final double WHOLE_NUMBER_LIMIT = 1L << 53;

        public static Numeric of(double value) {
            return new Numeric(value, null);
        }

        @Override
        public String text() {
            if (written != null) {
                return written;
            }
            boolean whole = Math.rint(value) == value && Math.abs(value) <= WHOLE_NUMBER_LIMIT;
            return whole ? Long.toString((long) value) : Double.toString(value);
        }
    }

    record Text(String text) implements Value {}

    record Bool(boolean value) implements Value {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** A list. One element and that element alone are the same, as in {@code tf.Example}. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public String text() {
            return values.stream().map(Value::text).toList().toString();
        }
    }
}
