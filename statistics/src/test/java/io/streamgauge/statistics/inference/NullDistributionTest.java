package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.distance.Shrinkage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullDistributionTest {

    /** The stability index on ten bins against 100,000 rows: (1/n + 1/N) times scipy.stats.chi2(9).ppf. */
    @ParameterizedTest
    @CsvSource({
        "100, 0.05, 0.169359",
        "100, 0.001, 0.279050",
        "1000, 0.05, 0.0170882",
        "1000, 0.001, 0.0281559",
        "10000, 0.05, 0.00186109",
        "10000, 0.001, 0.00306649"
    })
    void quantilesAreThoseOfTheScaledChiSquare(long n, double level, double quantile) {
        var psi = new NullDistribution(1, 9, Shrinkage.LINEAR, 100_000);
        var root = new NullDistribution(1, 9, Shrinkage.SQUARE_ROOT, 100_000);

        assertThat(psi.quantile(level, n)).isCloseTo(quantile, within(1e-5 * quantile));
        assertThat(root.quantile(level, n)).isCloseTo(Math.sqrt(quantile), within(1e-5));
        assertThat(psi.pValue(quantile, n)).isCloseTo(level, within(1e-4 * level));
    }

    @Property(tries = 300)
    void probabilityOfAQuantileIsItsLevel(
            @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(9) double scale,
            @ForAll @DoubleRange(min = 1, max = 10_000) double degrees,
            @ForAll Shrinkage shrinkage,
            @ForAll @DoubleRange(min = 1e-9, max = 0.9) @Scale(9) double level,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long n) {
        var distribution = new NullDistribution(scale, degrees, shrinkage, 5000);

        assertThat(distribution.pValue(distribution.quantile(level, n), n)).isCloseTo(level, within(1e-4 * level));
    }

    @Property(tries = 300)
    void quantileAndDetectableEffectFallWithTheRows(
            @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(9) double scale,
            @ForAll @DoubleRange(min = 1, max = 10_000) double degrees,
            @ForAll Shrinkage shrinkage,
            @ForAll @DoubleRange(min = 1e-9, max = 0.9) @Scale(9) double level,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double power) {
        var distribution = new NullDistribution(scale, degrees, shrinkage, 1_000_000);
        double quantile = Double.POSITIVE_INFINITY;
        double effect = Double.POSITIVE_INFINITY;
        for (long n = 0; n < 1_000_000; n = 3 * n + 1) {
            assertThat(distribution.quantile(level, n))
                    .isLessThanOrEqualTo(quantile)
                    .isNotNegative();
            assertThat(distribution.detectableEffect(level, power, n))
                    .isLessThanOrEqualTo(effect)
                    .isNotNegative();
            quantile = distribution.quantile(level, n);
            effect = distribution.detectableEffect(level, power, n);
        }
    }

    /** Tables of the noncentral chi-square (Haynam, Govindarajulu, Leone 1970); the normal approximation is 3 % off. */
    @Test
    void detectableEffectIsThatOfAPowerTable() {
        var distribution = new NullDistribution(1, 3, Shrinkage.LINEAR, Long.MAX_VALUE);

        // Noncentrality for power 0.8 at level 0.05 with three degrees of freedom.
        assertThat(1000 * distribution.detectableEffect(0.05, 0.8, 1000)).isCloseTo(10.903, within(0.33));
    }

    @Test
    void degenerateDistributionsHaveAnswers() {
        var never = new NullDistribution(0, 1, Shrinkage.LINEAR, 100);
        var some = new NullDistribution(1, 3, Shrinkage.LINEAR, 100);

        assertThat(never.quantile(0.01, 10)).isZero();
        assertThat(never.pValue(0, 10)).isEqualTo(1);
        assertThat(never.pValue(1e-9, 10)).isZero();
        assertThat(never.detectableEffect(0.01, 0.8, 10)).isZero();
        assertThat(some.quantile(0.01, 0)).isInfinite();
        assertThat(some.pValue(5, 0)).isEqualTo(1);
        assertThat(some.detectableEffect(0.01, 0.8, 0)).isInfinite();
        assertThat(some.pValue(Double.POSITIVE_INFINITY, 10)).isZero();
        assertThat(some.quantile(1e-300, 10)).isFinite();
    }

    @Test
    void theMoreCautiousDistributionWins() {
        var small = new NullDistribution(1, 3, Shrinkage.LINEAR, 100);
        var large = new NullDistribution(2, 3, Shrinkage.LINEAR, 100);
        var unknown = NullDistribution.unknown(Shrinkage.LINEAR);

        assertThat(small.floorAt(large, 0.01)).isSameAs(large);
        assertThat(large.floorAt(small, 0.01)).isSameAs(large);
        assertThat(large.floorAt(unknown, 0.01)).isSameAs(unknown);
        assertThat(unknown.floorAt(large, 0.01)).isSameAs(unknown);
    }

    @Test
    void wrongArgumentsAreRefused() {
        var distribution = new NullDistribution(1, 3, Shrinkage.LINEAR, 100);

        assertThatThrownBy(() -> new NullDistribution(Double.NaN, 3, Shrinkage.LINEAR, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NullDistribution(Double.NaN, 1, 3, Shrinkage.LINEAR, 1, FiniteSample.NONE))
                .hasMessageContaining("shift");
        assertThatThrownBy(() -> new NullDistribution(1, 0, Shrinkage.LINEAR, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NullDistribution(1, 1, Shrinkage.LINEAR, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> distribution.quantile(1, 10)).hasMessage("level must be between 0 and 1, got 1.0");
        assertThatThrownBy(() -> distribution.pValue(-1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> distribution.pValue(1, -10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> distribution.detectableEffect(0.1, 1, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
