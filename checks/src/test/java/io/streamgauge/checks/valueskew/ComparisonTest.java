package io.streamgauge.checks.valueskew;

import static io.streamgauge.checks.valueskew.Values.NONE;
import static io.streamgauge.checks.valueskew.Values.cell;
import static io.streamgauge.checks.valueskew.Values.list;
import static io.streamgauge.checks.valueskew.Values.number;
import static io.streamgauge.checks.valueskew.Values.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.checks.valueskew.Value.Bool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Comparison EXACT = Comparison.EXACT;
    private static final Comparison SETS = new Comparison(Tolerance.NONE, null, true);

    private static Comparison within(String tolerance) {
        return new Comparison(Tolerance.parse(tolerance), null, false);
    }

    private static Comparison rounded(int digits) {
        return new Comparison(Tolerance.NONE, digits, false);
    }

    @Test
    void numbersAreComparedBySize() {
        assertThat(EXACT.same(number(1), number(1.0))).isTrue();
        assertThat(EXACT.same(number(0.0), number(-0.0))).isTrue();
        assertThat(EXACT.same(number(1), number(Math.nextUp(1.0)))).isFalse();
        assertThat(EXACT.same(number(Double.NaN), number(Double.NaN))).isTrue();
        assertThat(EXACT.same(number(Double.NaN), number(0))).isFalse();
        assertThat(EXACT.same(number(Double.POSITIVE_INFINITY), number(Double.POSITIVE_INFINITY)))
                .isTrue();
        assertThat(EXACT.same(number(Double.POSITIVE_INFINITY), number(Double.NEGATIVE_INFINITY)))
                .isFalse();
    }

    @Test
    void numberIsNotTheTextButACellIs() {
        assertThat(EXACT.same(number(7), text("7"))).isFalse();
        assertThat(EXACT.same(cell("7"), text("7"))).isTrue();
        assertThat(EXACT.same(text("7.0"), cell("7"))).isFalse();
        assertThat(EXACT.same(number(1), new Bool(true))).isFalse();
        assertThat(EXACT.same(text("true"), new Bool(true))).isFalse();
    }

    @Test
    void cellsAreNumbersUnlessTheyAreCodes() {
        assertThat(EXACT.same(cell("1.50"), cell("1.5"))).isTrue();
        assertThat(EXACT.same(cell("1e2"), number(100))).isTrue();
        assertThat(EXACT.same(cell("01234"), cell("1234"))).isFalse();
        assertThat(EXACT.same(cell("01234"), cell("01234"))).isTrue();
        assertThat(EXACT.same(cell("0.5"), cell(".5"))).isTrue();
    }

    @Test
    void wholeNumbersBeyondDoublesDifferInTheirLastDigit() {
        assertThat(EXACT.same(cell("9007199254740993"), cell("9007199254740992")))
                .isFalse();
        assertThat(EXACT.same(cell("9007199254740992"), number(9007199254740992.0)))
                .isTrue();
        assertThat(EXACT.same(cell("1e300"), number(1e300))).isTrue();
        assertThat(EXACT.same(cell("1e999"), number(Double.POSITIVE_INFINITY))).isTrue();
    }

    @Test
    void toleranceIsOfTheTrainingValue() {
        assertThat(within("0.1").same(number(1), number(1.1))).isTrue();
        assertThat(within("0.1").same(number(1), number(1.1000001))).isFalse();
        assertThat(within("10%").same(number(100), number(110))).isTrue();
        assertThat(within("10%").same(number(110), number(99))).isTrue();
        assertThat(within("10%").same(number(100), number(110.1))).isFalse();
        assertThat(within("10%").same(number(0), number(1e-300))).isFalse();
        assertThat(within("1").same(number(Double.NaN), number(1))).isFalse();
        assertThat(within("1").same(number(Double.POSITIVE_INFINITY), number(1e308)))
                .isFalse();
    }

    @Test
    void roundingIsHalfToEvenAsInTheDetectorItFollows() {
        assertThat(rounded(2).same(number(1.12345), number(1.12456))).isTrue();
        assertThat(rounded(3).same(number(1.12345), number(1.12456))).isFalse();
        assertThat(rounded(0).same(number(0.5), number(0))).isTrue();
        assertThat(rounded(0).same(number(1.5), number(2))).isTrue();
        assertThat(rounded(15).same(number(1e300), number(1e300))).isTrue();
    }

    @Test
    void listsAreComparedInOrderUnlessTheyAreSets() {
        assertThat(EXACT.same(list(number(1), text("a")), list(number(1), text("a"))))
                .isTrue();
        assertThat(EXACT.same(list(number(1), number(2)), list(number(2), number(1))))
                .isFalse();
        assertThat(SETS.same(list(number(1), number(2)), list(number(2), number(1), number(1))))
                .isTrue();
        assertThat(SETS.same(list(number(1), number(2)), list(number(2)))).isFalse();
        assertThat(within("0.5").same(list(number(1)), list(number(1.4)))).isTrue();
    }

    @Test
    void oneElementIsThatElement() {
        assertThat(EXACT.same(list(number(1)), number(1))).isTrue();
        assertThat(EXACT.same(number(1), list(number(1), number(1)))).isFalse();
        assertThat(EXACT.same(list(), NONE)).isTrue();
    }

    @Test
    void toleranceThatIsNoneIsRefused() {
        for (String text : new String[] {"-1", "x", "", "%", "NaN", "Infinity", "-1%"}) {
            assertThatThrownBy(() -> Tolerance.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tolerance");
        }
        assertThat(Tolerance.parse("1%")).isEqualTo(new Tolerance(0, 0.01));
        assertThat(Tolerance.parse("1e-3")).isEqualTo(new Tolerance(0.001, 0));
        assertThatThrownBy(() -> rounded(16)).hasMessageContaining("decimals must be in [0, 15], got 16");
        assertThatThrownBy(() -> rounded(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void widerToleranceAgreesMore(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double base,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double test,
            @ForAll @DoubleRange(min = 0, max = 1e6) double narrow,
            @ForAll @DoubleRange(min = 0, max = 1e6) double more) {
        var narrower = new Comparison(new Tolerance(narrow, 0), null, false);
        var wider = new Comparison(new Tolerance(narrow + more, 0), null, false);

        assertThat(!narrower.same(number(base), number(test)) || wider.same(number(base), number(test)))
                .isTrue();
    }

    @Property(tries = 300)
    void sameIsReflexiveAndWithoutRelativeToleranceSymmetric(
            @ForAll double a, @ForAll double b, @ForAll @IntRange(max = 15) int digits) {
        var comparison = new Comparison(new Tolerance(0.5, 0), digits, false);

        assertThat(comparison.same(number(a), number(a))).isTrue();
        assertThat(comparison.same(number(a), number(b))).isEqualTo(comparison.same(number(b), number(a)));
    }
}
