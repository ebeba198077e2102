package io.streamgauge.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeasonalNaiveTest {

    @Test
    void theNextWeekIsTheLastOne() {
        List<Prediction> days = SeasonalNaive.of(BikeRentals.DAILY, 7).next(8);

        assertThat(days.get(0).mean()).isEqualTo(BikeRentals.DAILY[133]);
        assertThat(days.get(6).mean()).isEqualTo(BikeRentals.DAILY[139]);
        assertThat(days.get(7).mean()).isEqualTo(BikeRentals.DAILY[133]);
        assertThat(days.get(7).deviation()).isCloseTo(Math.sqrt(2) * days.get(0).deviation(), within(1e-9));
    }

    @Test
    void theDeviationIsThatOfTheDifferencesOverASeason() {
        var naive = SeasonalNaive.of(new double[] {1, 2, 4, 6}, 2);

        assertThat(naive.next(1)).containsExactly(new Prediction(4, Math.sqrt((9 + 16) / 2.0)));
        assertThat(naive.next(1).get(0).upper(0.95)).isCloseTo(4 + 1.959963984540054 * Math.sqrt(12.5), within(1e-9));
    }

    @Test
    void oneValueAfterAnotherIsTheSameAsAllAtOnce() {
        Forecaster stepped = SeasonalNaive.of(Arrays.copyOf(BikeRentals.DAILY, 100), 7);
        for (int t = 100; t < 140; t++) {
            stepped = stepped.after(BikeRentals.DAILY[t]);
        }

        assertThat(stepped.next(7))
                .isEqualTo(SeasonalNaive.of(BikeRentals.DAILY, 7).next(7));
    }

    @Test
    void aMissingValueIsTakenFromTheSeasonBefore() {
        var naive = SeasonalNaive.of(new double[] {1, 2, 1, Double.NaN}, 2);

        assertThat(naive.next(2)).containsExactly(new Prediction(1, 0), new Prediction(2, 0));
        assertThatThrownBy(() -> SeasonalNaive.of(new double[] {Double.NaN, Double.NaN, 1, 1}, 2))
                .hasMessageContaining("finite value");
    }
}
