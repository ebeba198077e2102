package io.streamgauge.statistics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectSizeTest {

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final Distance EFFECT = Distances.named("effect-size");
    private static final int ROWS = 50_000;

    /** Quantiles of a normal distribution: a sample without chance in it. */
    private static double[] normal(double mean, double deviation, int rows) {
        return IntStream.range(0, rows)
                .mapToDouble(i -> mean + deviation * NORMAL.inverseCumulativeProbability((i + 0.5) / rows))
                .toArray();
    }

    private static double between(double[] reference, double[] current) {
        Grid grid = Grid.fromSample(reference, Grid.DEFAULT_BINS);
        return EFFECT.between(profile(grid, reference, 0), profile(grid, current, 0));
    }

    private static NumericProfile profile(Grid grid, double[] values, int missing) {
        NumericProfile profile = grid.newProfile();
        for (double value : values) {
            profile.add(value);
        }
        for (int i = 0; i < missing; i++) {
            profile.addMissing();
        }
        return profile;
    }

    private static double between(Map<String, Integer> reference, Map<String, Integer> current) {
        var vocabulary = Vocabulary.of(reference.keySet());
        return EFFECT.between(profile(vocabulary, reference), profile(vocabulary, current));
    }

    private static CategoricalProfile profile(Vocabulary vocabulary, Map<String, Integer> counts) {
        CategoricalProfile profile = vocabulary.newProfile();
        counts.forEach((value, count) -> IntStream.range(0, count).forEach(i -> profile.add(value)));
        return profile;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, -0.1, 0.1, 0.25, 0.5})
    void aShiftOfANormalFeatureIsItsEffectSize(double shift) {
        assertThat(between(normal(0, 1, ROWS), normal(shift, 1, ROWS))).isCloseTo(Math.abs(shift), within(0.02));
    }

    @Test
    void theUnitOfTheValuesDoesNotMatter() {
        double[] reference = normal(0, 1, ROWS);
        double[] current = normal(0.3, 1.2, 2_000);
        double expected = between(reference, current);

        for (DoubleUnaryOperator unit : List.<DoubleUnaryOperator>of(Math::exp, x -> 1.609344 * x + 30, x -> 1e9 * x)) {
            assertThat(between(
                            IntStream.range(0, ROWS)
                                    .mapToDouble(i -> unit.applyAsDouble(reference[i]))
                                    .toArray(),
                            IntStream.range(0, 2_000)
                                    .mapToDouble(i -> unit.applyAsDouble(current[i]))
                                    .toArray()))
                    .isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void aChangeOfSpreadAloneIsSeen() {
        assertThat(between(normal(0, 1, ROWS), normal(0, 1.3, ROWS))).isGreaterThan(0.2);
        assertThat(between(normal(0, 1, ROWS), normal(0, 0.7, ROWS))).isGreaterThan(0.2);
    }

    @Test
    void aHoleInTheMiddleIsSeen() {
        double[] all = normal(0, 1, ROWS);
        double[] outer = IntStream.range(0, ROWS)
                .filter(i -> Math.abs(i - ROWS / 2) > ROWS / 8)
                .mapToDouble(i -> all[i])
                .toArray();

        assertThat(between(all, outer)).isGreaterThan(0.4);
    }

    @Test
    void aValueBesideTheOnlyOneIsSeen() {
        double[] constant = IntStream.range(0, 20_000).mapToDouble(i -> 7).toArray();
        double[] other =
                IntStream.range(0, 1000).mapToDouble(i -> i % 50 == 0 ? 8 : 7).toArray();

        assertThat(between(constant, constant.clone())).isZero();
        assertThat(between(constant, other)).isGreaterThan(0.2);
    }

    @Test
    void valuesThatAreMissingWhereNoneWereCountByTheStabilityIndexOfTheirShare() {
        Grid grid = Grid.fromSample(normal(0, 1, ROWS), Grid.DEFAULT_BINS);
        NumericProfile reference = profile(grid, normal(0, 1, ROWS), 0);
        double q = 20.5 / 1001;
        double p = 0.5 / (ROWS + 1);
        double expected = Math.sqrt((q - p) * Math.log(q / p) + (p - q) * Math.log((1 - q) / (1 - p)));

        assertThat(EFFECT.between(reference, profile(grid, normal(0, 1, 980), 20)))
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void aNewExtremeAmongThousandRowsIsNoEffectWorthTheName() {
        double[] current = normal(0, 1, 1_000);
        current[999] = 1e6;

        assertThat(between(normal(0, 1, ROWS), current)).isLessThan(0.1);
    }

    @Test
    void aShareOfTwoValuesIsTheRootOfTheStabilityIndex() {
        double p = 5000.5 / 10_001;
        double q = 600.5 / 1_001;
        double index = (q - p) * Math.log(q / p) + (p - q) * Math.log((1 - q) / (1 - p));

        assertThat(between(Map.of("a", 5_000, "b", 5_000), Map.of("a", 600, "b", 400)))
                .isCloseTo(Math.sqrt(index - (1.0 / 1_000 + 1.0 / 10_000)), within(1e-12));
    }

    @Test
    void aNewCategoryIsSeenInOnePercentOfAThousandRows() {
        assertThat(between(Map.of("a", 5_000, "b", 3_000, "c", 2_000), Map.of("a", 495, "b", 297, "c", 198, "d", 10)))
                .isGreaterThan(0.2);
    }

    @Test
    void manyEquallyRareCategoriesThatSwapSharesAreSeen() {
        var reference =
                IntStream.range(0, 300).boxed().collect(java.util.stream.Collectors.toMap(i -> "v" + i, i -> 100));
        var current = IntStream.range(0, 300)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(i -> "v" + i, i -> i < 100 ? 20 : 5));

        assertThat(between(reference, current)).isGreaterThan(0.2);
        assertThat(between(
                        reference,
                        IntStream.range(0, 300)
                                .boxed()
                                .collect(java.util.stream.Collectors.toMap(i -> "v" + i, i -> 10))))
                .isZero();
    }
}
