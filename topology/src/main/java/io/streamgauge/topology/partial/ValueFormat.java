package io.streamgauge.topology.partial;

import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Absent;
import io.streamgauge.checks.valueskew.Value.Bool;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.List;

/** The values of a row as bytes: a tag for each, then what it takes. A list is kept with its values. */
public final class ValueFormat {
    private static final int ABSENT = 0;
    private static final int NUMBER = 1;
    private static final int TEXT = 2;
    private static final int FALSE = 3;
    private static final int TRUE = 4;
    private static final int LIST = 5;

    private ValueFormat() {}

    public static void write(StateWriter out, Value[] values) {
        out.number(values.length);
        for (Value value : values) {
            if (value instanceof Numeric number) {
                out.tag(NUMBER).number(Double.doubleToRawLongBits(number.value()));
            } else if (value instanceof Bool bool) {
                out.tag(bool.value() ? TRUE : FALSE);
            } else if (value instanceof Items items) {
                write(out.tag(LIST), items.values().toArray(Value[]::new));
            } else if (value instanceof Absent) {
                out.tag(ABSENT);
            } else {
                out.tag(TEXT).text(value.text());
            }
        }
    }

    /** @throws IllegalArgumentException if the bytes are not of this format */
    public static Value[] read(StateReader in) {
        Value[] values = new Value[in.integer()];
        for (int i = 0; i < values.length; i++) {
            int tag = in.tag();
            values[i] = switch (tag) {
                case ABSENT -> Absent.ABSENT;
                case NUMBER -> Numeric.of(Double.longBitsToDouble(in.number()));
                case TEXT -> new Text(in.text());
                case FALSE -> new Bool(false);
                case TRUE -> new Bool(true);
                case LIST -> new Items(List.of(read(in)));
                default -> throw new IllegalArgumentException("a value has the unknown kind " + tag);
            };
        }
        return values;
    }
}
