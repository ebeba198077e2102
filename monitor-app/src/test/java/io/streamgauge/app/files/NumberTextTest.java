package io.streamgauge.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+1", "1.", ".5", "-.5e-3", "1e5", "1E+5", " 7 ", "NaN", "inf", "-Infinity"})
    void numbersAreRead(String text) {
        assertThat(NumberText.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", ".", "e5", "1e", "1e+", "1d", "0x1p3", "1,000", "1 2", "NA", "٣", "--1"})
    void otherTextsAreNot(String text) {
        assertThat(NumberText.parse(text)).isEmpty();
    }

    @Property(tries = 500)
    void everyDoubleIsReadBack(@ForAll double value) {
        assertThat(NumberText.parse(Double.toString(value))).hasValue(value);
    }
}
