package io.streamgauge.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class TwoSampleGapTest {

    @Test
    void gapIsTheKolmogorovSmirnovDistance() {
        double[] one = Streams.drawn(1, 70, Random::nextGaussian);
        double[] other = Streams.drawn(2, 30, random -> 0.5 + random.nextGaussian());

        assertThat(TwoSampleGap.between(sorted(one), sorted(other)) / 2100.0)
                .isCloseTo(new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(one, other), within(1e-12));
    }

    @Test
    void tiesCountOnceOnBothSides() {
        assertThat(TwoSampleGap.between(sorted(0, 0, 1), sorted(0, 0, 1))).isZero();
        assertThat(TwoSampleGap.between(sorted(0, -0.0, 1), sorted(0, 1, 1))).isEqualTo(3);
    }

    @Test
    void criticalGapIsTheSmallestWithSuchAPValue() {
        var test = new KolmogorovSmirnovTest();
        long critical = TwoSampleGap.critical(0.005, 70, 30);

        assertThat(test.exactP(critical / 2100.0, 70, 30, false)).isLessThanOrEqualTo(0.005);
        assertThat(test.exactP((critical - 1) / 2100.0, 70, 30, false)).isGreaterThan(0.005);
    }

    @Test
    void criticalGapOfLargeSamplesIsAsymptotic() {
        // sqrt(-ln(alpha/2)/2 * (1/n + 1/m)) with n = 700 and m = 300
        double expected = Math.sqrt(-Math.log(0.0005) / 2 * (1.0 / 700 + 1.0 / 300));

        assertThat(TwoSampleGap.critical(0.001, 700, 300) / 210_000.0).isCloseTo(expected, within(1e-3));
    }

    private static SortedValues sorted(double... values) {
        var sorted = new SortedValues(values.length);
        for (double value : values) {
            sorted.add(value);
        }
        return sorted;
    }
}
