package io.streamgauge.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.forecast.HoltWinters.Season;
import io.streamgauge.statistics.forecast.HoltWinters.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reference values: statsmodels 0.15.0, {@code ExponentialSmoothing(trend="add", seasonal_periods=7)} with the initial state
 * that {@link HoltWinters#of} describes given as known. (Its forecast a whole season ahead is not compared: it leaves out what
 * the last value taught that season.)
 */
class HoltWintersTest {

    @ParameterizedTest
    @CsvSource({
        "ADDITIVE, false, 57153669.574042715, 4459.887230921506, 4865.432121033443",
        "ADDITIVE, true, 56887499.36571197, 4380.465133521226, 4667.60646126438",
        "MULTIPLICATIVE, false, 60243550.521555714, 4353.4650898826785, 4843.785893671541",
        "MULTIPLICATIVE, true, 59794210.68720999, 4285.252884648668, 4649.711034066709"
    })
    void withGivenSmoothingTheForecastsAreThoseOfStatsmodels(
            Season season, boolean damped, double squaredErrors, double first, double sixth) {
        var model = HoltWinters.of(
                BikeRentals.DAILY, new Settings(season, damped, 7), new Smoothing(0.3, 0.05, 0.1, damped ? 0.9 : 1));
        List<Prediction> week = model.next(7);

        assertThat(model.sumOfSquaredErrors()).isCloseTo(squaredErrors, within(1e-9 * squaredErrors));
        assertThat(week.get(0).mean()).isCloseTo(first, within(1e-9 * first));
        assertThat(week.get(5).mean()).isCloseTo(sixth, within(1e-9 * sixth));
    }

    /** The smallest sums of squares that statsmodels finds from the same initial state. */
    @ParameterizedTest
    @CsvSource({
        "ADDITIVE, false, 54278493.9637436",
        "ADDITIVE, true, 54146343.13145206",
        "MULTIPLICATIVE, false, 55459814.2211918",
        "MULTIPLICATIVE, true, 55403904.46836073"
    })
    void fittedSmoothingIsAsGoodAsThatOfStatsmodels(Season season, boolean damped, double squaredErrors) {
        var model = HoltWinters.fit(BikeRentals.DAILY, new Settings(season, damped, 7));

        assertThat(model.sumOfSquaredErrors()).isLessThan(1.0005 * squaredErrors);
        assertThat(HoltWinters.fit(BikeRentals.DAILY, new Settings(season, damped, 7))
                        .smoothing())
                .isEqualTo(model.smoothing());
    }

    @Test
    void aSeriesThatIsASeasonOnATrendIsMetExactly() {
        double[] series =
                IntStream.range(0, 40).mapToDouble(t -> 2 * t + (t % 4) * 10).toArray();
        var model = HoltWinters.of(series, new Settings(Season.ADDITIVE, false, 4), new Smoothing(0.5, 0.5, 0.5, 1));
        List<Prediction> next = model.next(8);

        // The first season takes the trend inside it for season; smoothing must get rid of that.
        assertThat(next.get(0).mean()).isCloseTo(80, within(0.5));
        assertThat(next.get(7).mean()).isCloseTo(94 + 30, within(0.5));
    }

    /** Stable noise, so the intervals of a fitted model must hold what comes, at each horizon. */
    @ParameterizedTest
    @CsvSource({"ADDITIVE", "MULTIPLICATIVE"})
    void intervalsCoverWhatTheySay(Season season) {
        var random = new SplittableRandom(3);
        var covered = new int[3];
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            double[] series = IntStream.range(0, 147)
                    .mapToDouble(t -> (100 + 20 * Math.sin(2 * Math.PI * t / 7))
                            * (1 + 0.05 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2))
                    .toArray();
            double[] history = Arrays.copyOf(series, 140);
            List<Prediction> week = HoltWinters.of(
                            history, new Settings(season, false, 7), new Smoothing(0.1, 0.05, 0.05, 1))
                    .next(7);
            for (int h = 0; h < 3; h++) {
                double value = series[140 + 3 * h];
                Prediction prediction = week.get(3 * h);
                covered[h] += value >= prediction.lower(0.9) && value <= prediction.upper(0.9) ? 1 : 0;
            }
        }

        for (int hits : covered) {
            assertThat(hits / (double) runs).isBetween(0.84, 0.985);
        }
    }

    @Test
    void missingValuesMoveTheSeasonOnWithoutAnError() {
        double[] series = IntStream.range(0, 42).mapToDouble(t -> 100 + (t % 7)).toArray();
        series[20] = Double.NaN;
        series[3] = Double.NaN;
        var model = HoltWinters.fit(series, new Settings(Season.ADDITIVE, true, 7));

        assertThat(model.next(1).get(0).mean()).isCloseTo(100, within(1.0));
        assertThat(model.after(Double.NaN).next(1).get(0).mean())
                .isCloseTo(model.next(2).get(1).mean(), within(1e-9));
    }

    @Test
    void historiesThatCannotBeModelledAreRefused() {
        var weekly = new Settings(Season.MULTIPLICATIVE, false, 7);

        assertThatThrownBy(() -> HoltWinters.fit(new double[13], weekly)).hasMessageContaining("two seasons of 7");
        assertThatThrownBy(() -> HoltWinters.fit(new double[14], weekly)).hasMessageContaining("positive");
        assertThatThrownBy(() -> new Smoothing(0.1, 0.1, 1.1, 1)).hasMessageContaining("season");
        assertThatThrownBy(() -> HoltWinters.fit(new double[4], new Settings(Season.ADDITIVE, false, 0)))
                .hasMessageContaining("period");
        assertThatThrownBy(() -> new Prediction(1, 1).lower(1)).hasMessageContaining("coverage");
    }
}
