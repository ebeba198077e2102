package io.streamgauge.checks.valueskew;

import io.streamgauge.checks.valueskew.Value.Absent;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import java.util.Arrays;
import java.util.List;

/** Short ways to write rows and values. */
public final class Values {
    public static final Value NONE = Absent.ABSENT;

    private Values() {}

    public static Value number(double value) {
        return Numeric.of(value);
    }

    /** A number as a format without types has it. */
    static Value cell(String written) {
        return new Numeric(Double.parseDouble(written), written);
    }

    public static Value text(String text) {
        return new Text(text);
    }

    static Value list(Value... values) {
        return new Items(Arrays.asList(values));
    }

    /** What becomes of one feature if these are the pairs, in this order. */
    public static FeatureSkew skew(List<Value> base, List<Value> test) {
        var skew = new ValueSkew(List.of("x"), feature -> Comparison.EXACT);
        for (int i = 0; i < base.size(); i++) {
            skew.add(new Value[] {base.get(i)}, new Value[] {test.get(i)});
        }
        return skew.features().get(0);
    }
}
