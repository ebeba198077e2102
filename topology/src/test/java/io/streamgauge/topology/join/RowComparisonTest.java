package io.streamgauge.topology.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.checks.valueskew.Outcome;
import io.streamgauge.checks.valueskew.Tolerance;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Absent;
import io.streamgauge.checks.valueskew.Value.Bool;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import io.streamgauge.topology.state.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowComparisonTest {
    private static final Value[] SOME = {
        Absent.ABSENT,
        Numeric.of(1),
        Numeric.of(1.005),
        Numeric.of(0.0),
        Numeric.of(-0.0),
        Numeric.of(Double.NaN),
        new Text(""),
        new Text("a"),
        new Text("é".repeat(200)),
        new Bool(true),
        new Bool(false),
        new Items(List.of()),
        new Items(List.of(Numeric.of(1), Absent.ABSENT, new Text("a"))),
        new Items(List.of(new Items(List.of(Numeric.of(1)))))
    };

    private static Slice row(Value... values) {
        // Not at the beginning of its array, as in a batch.
        byte[] alone =
                Joins.row(new SideRecord.Side(true, 0), 1, 1, values).values().bytes();
        byte[] all = new byte[alone.length + 7];
        System.arraycopy(alone, 0, all, 3, alone.length);
        return new Slice(all, 3, 3 + alone.length);
    }

    @Test
    void everyTwoValuesComeToWhatTheirReadValuesComeTo() {
        var tolerant = new Comparison(new Tolerance(0.01, 0), null, true);
        for (Comparison each : List.of(Comparison.EXACT, tolerant)) {
            Comparison[] comparisons = new Comparison[SOME.length];
            Arrays.fill(comparisons, each);
            var comparison = new RowComparison(comparisons);
            for (int shift = 0; shift < SOME.length; shift++) {
                Value[] base = SOME.clone();
                Value[] test = new Value[SOME.length];
                for (int i = 0; i < SOME.length; i++) {
                    test[i] = SOME[(i + shift) % SOME.length];
                }

                byte[] outcomes = comparison.outcomes(row(base), row(test));

                assertThat(outcomes)
                        .isEqualTo(codes(IntStream.range(0, SOME.length)
                                .mapToObj(i -> Outcome.of(base[i], test[i], each))
                                .toList()));
                assertThat(comparison.differs(outcomes)).isEqualTo(shift != 0);
            }
        }
    }

    private static byte[] codes(List<Outcome> outcomes) {
        byte[] codes = new byte[outcomes.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) outcomes.get(i).code();
        }
        return codes;
    }

    @Test
    void rowsThatMatchInAllShareTheirOutcomes() {
        var comparison = new RowComparison(new Comparison[] {Comparison.EXACT, Comparison.EXACT});
        Slice row = row(Numeric.of(1), new Text("a"));

        assertThat(comparison.outcomes(row, row)).isSameAs(comparison.outcomes(row, row));
        assertThat(comparison.outcomes(row, row(Numeric.of(2), new Text("a"))))
                .isNotSameAs(comparison.outcomes(row, row(Numeric.of(2), new Text("a"))));
    }
}
