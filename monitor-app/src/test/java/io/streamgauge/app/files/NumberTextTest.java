package io.streamgauge.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "+1", "1.", ".5", "-.5e-3", "1e5", "1E+5", " 7 ", "NaN", "nan", "inf", "-Infinity"})
    void numbersAreRead(String text) {
        assertThat(isNumber(text)).isTrue();
        assertThat(number(text))
                .isEqualTo(
                        Double.valueOf(text.strip().replace("inf", "Infinity").replace("nan", "NaN")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", ".", "-.", "e5", "1e", "1e+", "1d", "0x1p3", "1,000", "1 2", "1.2.3", "NA", "\u0663",
                "--1", "+-1"
            })
    void otherTextsAreNot(String text) {
        assertThat(isNumber(text)).isFalse();
        assertThat(number(text)).isNaN();
    }

    @Property(tries = 500)
    void everyDoubleIsReadBack(@ForAll double value) {
        assertThat(isNumber(Double.toString(value))).isTrue();
        assertThat(number(Double.toString(value))).isEqualTo(Double.valueOf(value));
    }

    /** The short way for plain decimals rounds as the long one does, to the last bit and the sign of zero. */
    @Property(tries = 5000)
    void plainDecimalsAreReadExactly(
            @ForAll @LongRange(min = 0, max = 99_999_999_999_999_999L) long digits,
            @ForAll @IntRange(max = 19) int fraction,
            @ForAll @IntRange(min = 1, max = 17) int length,
            @ForAll boolean negative) {
        String whole = Long.toString(digits)
                .substring(0, Math.min(length, Long.toString(digits).length()));
        int point = Math.max(0, whole.length() - fraction);
        String text = (negative ? "-" : "") + whole.substring(0, point) + "." + whole.substring(point);

        assertThat(number(text)).isEqualTo(Double.valueOf(text));
        assertThat(number((negative ? "-" : "") + whole)).isEqualTo(Double.valueOf((negative ? "-" : "") + whole));
    }

    private static boolean isNumber(String text) {
        return NumberText.isNumber(("1" + text + "2").toCharArray(), 1, 1 + text.length());
    }

    private static double number(String text) {
        return NumberText.number(("1" + text + "2").toCharArray(), 1, 1 + text.length());
    }
}
