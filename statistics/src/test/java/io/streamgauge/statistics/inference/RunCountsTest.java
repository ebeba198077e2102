package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law of a bin's count, drawn at once, is the one of rows drawn one by one. */
class RunCountsTest {

    private static final int DRAWS = 40_000;

    private static double[] counts(double repeat, double mean) {
        var dice = new Dice(11);
        var draws = new RunCounts(repeat);
        var values = new double[DRAWS];
        var counts = new long[1];
        for (int i = 0; i < DRAWS; i++) {
            counts[0] = 0;
            draws.draw(mean, new double[] {1}, dice, counts);
            values[i] = counts[0];
        }
        return values;
    }

    private static double moment(double[] values, double about, int power) {
        return Arrays.stream(values)
                .map(value -> StrictMath.pow(value - about, power) / values.length)
                .sum();
    }

    @ParameterizedTest(name = "runs go on with {0}, {1} rows expected")
    @CsvSource({"0, 0.01", "0, 3", "0, 19", "0, 21", "0, 500", "0.5, 0.2", "0.5, 30", "0.5, 60", "0.8, 60", "0.8, 500"})
    void meanVarianceAndSkewnessAreThoseOfRuns(double repeat, double mean) {
        double[] counts = counts(repeat, mean);
        double variance = mean * (1 + repeat) / (1 - repeat);
        double third = mean * (1 + 4 * repeat + repeat * repeat) / ((1 - repeat) * (1 - repeat));
        double skewness = third / Math.pow(variance, 1.5);
        double deviation = Math.sqrt(variance);

        assertThat(moment(counts, 0, 1)).isCloseTo(mean, within(4 * deviation / Math.sqrt(DRAWS)));
        assertThat(moment(counts, mean, 2)).isCloseTo(variance, within((0.04 + 0.02 * skewness) * variance));
        assertThat(moment(counts, mean, 3) / Math.pow(deviation, 3)).isCloseTo(skewness, within(0.08 + 0.1 * skewness));
        assertThat(Arrays.stream(counts).filter(count -> count < 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 800", "0.5, 800"})
    void binsShareTheRowsByTheirWeights(double repeat, int rows) {
        var dice = new Dice(2);
        var counts = new long[3];
        for (int i = 0; i < 1000; i++) {
            new RunCounts(repeat).draw(rows, new double[] {2, 6, 0}, dice, counts);
        }

        assertThat(counts[0] / 1000.0).isCloseTo(rows * 0.25, within(3.0));
        assertThat(counts[1] / 1000.0).isCloseTo(rows * 0.75, within(3.0));
        assertThat(counts[2]).isZero();
    }
}
