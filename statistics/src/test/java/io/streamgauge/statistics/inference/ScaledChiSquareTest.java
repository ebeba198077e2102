package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaledChiSquareTest {

    /** Four thousand values of 5 + 2 * chi-square(4): the sum of two exponentials is half of it. */
    @Test
    void theTailOfASampleIsThatOfItsLaw() {
        var dice = new Dice(3);
        double[] values = IntStream.range(0, 40_000)
                .mapToDouble(i -> 5 - 4 * Math.log(1 - dice.uniform()) - 4 * Math.log(1 - dice.uniform()))
                .toArray();
        var law = ScaledChiSquare.fitting(values);

        // scipy.stats.chi2(4).ppf(0.999) = 18.46683
        assertThat(law.upperQuantile(0.001)).isCloseTo(5 + 2 * 18.46683, within(1.5));
        assertThat(law.degreesOfFreedom()).isCloseTo(4, within(0.6));
        assertThat(law.shift()).isCloseTo(5, within(0.6));
    }

    @Test
    void equalValuesHaveNoSpread() {
        assertThat(ScaledChiSquare.fitting(new double[] {3, 3, 3})).isEqualTo(new ScaledChiSquare(3, 0, 1));
    }
}
