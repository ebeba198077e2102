package io.streamgauge.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoltWintersDetectorTest extends ChangeDetectorContract {
    private static final int DAY = 24;

    @Override
    Trial trial() {
        return new Trial("holt-winters:period=4,cycles=12", Random::nextGaussian, random -> 12 + random.nextGaussian());
    }

    @Override
    double falseAlarms() {
        return 0.2;
    }

    @Override
    int delay() {
        return 3;
    }

    private static ChangeDetector hourly() {
        return ChangeDetectors.parse("holt-winters:period=24").start();
    }

    /** A day's rhythm that grows, with a little noise. */
    private static double[] rhythm(long seed, int days) {
        var random = new Random(seed);
        return IntStream.range(0, DAY * days)
                .mapToDouble(t -> 100 + 0.05 * t + 30 * Math.sin(2 * Math.PI * t / DAY) + random.nextGaussian())
                .toArray();
    }

    /** What has no value still takes its time. */
    @Test
    @Override
    void valuesThatAreNoNumbersSayNothing() {
        ChangeDetector detector = hourly();
        double[] series = rhythm(1, 20);
        Streams.levels(detector, Arrays.copyOf(series, DAY * 10 + 3));
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(detector.step(value)).isEqualTo(ChangeLevel.NONE);
        }

        List<ChangeLevel> levels = Streams.levels(detector, Arrays.copyOfRange(series, DAY * 10 + 6, series.length));

        assertThat(levels).doesNotContain(ChangeLevel.DRIFT);
    }

    @Test
    void rhythmAndGrowthAreExpected() {
        assertThat(Streams.levels(hourly(), rhythm(2, 60))).doesNotContain(ChangeLevel.DRIFT);
    }

    @Test
    void outlierIsAWarningAndDoesNotSpoilWhatFollows() {
        double[] series = rhythm(3, 20);
        List<ChangeLevel> without = Streams.levels(hourly(), series);
        series[DAY * 10] += 40;

        List<ChangeLevel> levels = Streams.levels(hourly(), series);

        assertThat(levels.get(DAY * 10)).isEqualTo(ChangeLevel.WARNING);
        assertThat(levels).doesNotContain(ChangeLevel.DRIFT);
        assertThat(levels.subList(DAY * 10 + 1, DAY * 12)).isEqualTo(without.subList(DAY * 10 + 1, DAY * 12));
    }

    @Test
    void newLevelIsADriftAtTheThirdValueAndNormalAfterwards() {
        double[] series = rhythm(4, 30);
        for (int t = DAY * 10; t < series.length; t++) {
            series[t] += 25;
        }

        List<ChangeLevel> levels = Streams.levels(hourly(), series);

        assertThat(levels.indexOf(ChangeLevel.DRIFT)).isEqualTo(DAY * 10 + 2);
        assertThat(levels.lastIndexOf(ChangeLevel.DRIFT)).isEqualTo(DAY * 10 + 2);
    }

    @Test
    void seasonWithoutAValueIsWaitedOut() {
        double[] series = rhythm(5, 20);
        Arrays.fill(series, DAY, 2 * DAY, Double.NaN);
        series[DAY * 15] += 40;

        List<ChangeLevel> levels = Streams.levels(hourly(), series);

        assertThat(levels.get(DAY * 15)).isEqualTo(ChangeLevel.WARNING);
        assertThat(levels).doesNotContain(ChangeLevel.DRIFT);
    }

    @Test
    void multiplicativeSeasonNeedsPositiveValues() {
        ChangeDetector detector = ChangeDetectors.parse("holt-winters:period=24,season=multiplicative,damped=false")
                .start();

        assertThat(Streams.levels(detector, rhythm(6, 20))).doesNotContain(ChangeLevel.DRIFT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.step(0))
                .withMessage("holt-winters takes a number above 0, up to 1e100, found 0.0");
    }
}
