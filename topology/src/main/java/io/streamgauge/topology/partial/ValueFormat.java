package io.streamgauge.topology.partial;

import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Absent;
import io.streamgauge.checks.valueskew.Value.Bool;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import io.streamgauge.topology.state.Slice;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.List;

/**
 * The values of a row as bytes: how many, then a tag for each and what it takes. A list is kept with its values. The same bytes are
 * always the same values, so that two rows can be compared without reading them.
 */
public final class ValueFormat {
    private static final int ABSENT = 0;
    private static final int NUMBER = 1;
    private static final int TEXT = 2;
    private static final int FALSE = 3;
    private static final int TRUE = 4;
    private static final int LIST = 5;

    private static final String WHAT = "the values of a row";

    private ValueFormat() {}

    public static void write(StateWriter out, Value[] values) {
        out.number(values.length);
        for (Value value : values) {
            write(out, value);
        }
    }

    public static void write(StateWriter out, Value value) {
        if (value instanceof Numeric number) {
            number(out, number.value());
        } else if (value instanceof Bool bool) {
            out.tag(bool.value() ? TRUE : FALSE);
        } else if (value instanceof Items items) {
            var nested = new StateWriter();
            write(nested, items.values().toArray(Value[]::new));
            out.tag(LIST).bytes(nested.toBytes());
        } else if (value instanceof Absent) {
            out.tag(ABSENT);
        } else {
            out.tag(TEXT).text(value.text());
        }
    }

    /** As {@link #write} writes a number. */
    public static void number(StateWriter out, double value) {
        out.tag(NUMBER).number(Double.doubleToRawLongBits(value));
    }

    /** As {@link #write} writes a text. */
    public static void text(StateWriter out, byte[] utf8, int offset, int length) {
        out.tag(TEXT).text(utf8, offset, length);
    }

    /** As {@link #write} writes that there is no value. */
    public static void absent(StateWriter out) {
        out.tag(ABSENT);
    }

    /** @throws IllegalArgumentException if the bytes are not of this format */
    public static Value[] read(StateReader in) {
        Value[] values = new Value[in.integer()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(in);
        }
        return values;
    }

    /** @throws IllegalArgumentException if the bytes are not of this format */
    public static Value[] read(Slice values) {
        return read(new StateReader(values, WHAT));
    }

    private static Value value(StateReader in) {
        int tag = in.tag();
        return switch (tag) {
            case ABSENT -> Absent.ABSENT;
            case NUMBER -> Numeric.of(Double.longBitsToDouble(in.number()));
            case TEXT -> new Text(in.text());
            case FALSE -> new Bool(false);
            case TRUE -> new Bool(true);
            case LIST -> new Items(List.of(read(new StateReader(in.bytes(), WHAT))));
            default -> throw unknown(tag);
        };
    }

    /**
     * Passes over the values of a row without reading them.
     *
     * @return where they are
     * @throws IllegalArgumentException if the bytes are not of this format
     */
    public static Slice pass(StateReader in) {
        int from = in.position();
        for (int left = in.integer(); left > 0; left--) {
            int tag = in.tag();
            switch (tag) {
                case ABSENT, FALSE, TRUE -> {}
                case NUMBER -> in.number();
                case TEXT -> in.skipText();
                case LIST -> in.skipBytes();
                default -> throw unknown(tag);
            }
        }
        return in.since(from);
    }

    private static IllegalArgumentException unknown(int tag) {
        return new IllegalArgumentException("a value has the unknown kind " + tag);
    }

    /** Where the first value of a row is. */
    public static int first(Slice values) {
        return values.from() + Integer.BYTES;
    }

    /** Where the value behind the one at {@code at} is. */
    public static int behind(byte[] values, int at) {
        return switch (values[at]) {
            case NUMBER -> at + 1 + Long.BYTES;
            case TEXT -> StateReader.behindText(values, at + 1);
            case LIST -> StateReader.behindBytes(values, at + 1);
            default -> at + 1;
        };
    }

    /** The value at {@code at}. */
    public static Value valueAt(byte[] values, int at) {
        return value(new StateReader(new Slice(values, at, values.length), WHAT));
    }

    /** Whether the value at {@code at} is one that counts wherever it is the same on both sides: neither nothing nor a list. */
    public static boolean isPlainAt(byte[] values, int at) {
        return values[at] != ABSENT && values[at] != LIST;
    }
}
