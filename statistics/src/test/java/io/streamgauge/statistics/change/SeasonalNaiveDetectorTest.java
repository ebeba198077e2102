package io.streamgauge.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonalNaiveDetectorTest extends ChangeDetectorContract {
    @Override
    Trial trial() {
        return new Trial(
                "seasonal-naive:period=6,cycles=10", Random::nextGaussian, random -> 12 + random.nextGaussian());
    }

    @Override
    double falseAlarms() {
        return 0.2;
    }

    @Override
    int delay() {
        return 3;
    }

    /** What has no value still takes its time. */
    @Test
    @Override
    void valuesThatAreNoNumbersSayNothing() {
        ChangeDetector detector =
                ChangeDetectors.parse("seasonal-naive:period=4,cycles=3").start();
        double[] series = IntStream.range(0, 40).mapToDouble(t -> t % 4 * 10).toArray();
        Streams.levels(detector, Arrays.copyOf(series, 13));
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(detector.step(value)).isEqualTo(ChangeLevel.NONE);
        }

        List<ChangeLevel> levels = Streams.levels(detector, Arrays.copyOfRange(series, 16, 40));

        assertThat(levels).containsOnly(ChangeLevel.NONE);
    }
}
