package io.streamgauge.statistics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.Fixtures;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Values of other systems' formulas on the data of {@link Fixtures}, computed with SciPy and NumPy from the sources of the
 * versions named at each; "TFDV test" values are from its own metrics_test.cc.
 */
class GoldenDistanceTest {

    private static final double EXACT = 1e-12;
    private static final double[] REFERENCE = Fixtures.referenceNumbers();
    private static final double[] CURRENT = Fixtures.currentNumbers();

    private static double letters(String name) {
        return Distances.named(name).between(Fixtures.referenceLetters(), Fixtures.currentLetters());
    }

    private static double numbers(String name, Grid grid) {
        return Distances.named(name).between(Fixtures.profileOf(grid, REFERENCE), Fixtures.profileOf(grid, CURRENT));
    }

    private static double shares(String name, Map<String, Integer> reference, Map<String, Integer> current) {
        var vocabulary = Vocabulary.of(List.of("a", "b", "c", "X", "Y", "Z"));
        return Distances.named(name)
                .between(Fixtures.profileOf(vocabulary, reference), Fixtures.profileOf(vocabulary, current));
    }

    private static Grid equalWidth(int bins, double low, double high) {
        double[] edges = IntStream.rangeClosed(0, bins)
                .mapToDouble(i -> low + (high - low) * i / bins)
                .toArray();
        edges[bins] = Math.nextUp(high); // the last bin of numpy.histogram is closed
        return Grid.of(edges);
    }

    /** tensorflow/data-validation 710b32f, JensenShannonDivergence of rank histograms. */
    @Test
    void divergenceOfCategoriesIsThatOfTfdv() {
        assertThat(letters("js-divergence")).isCloseTo(0.030404351145199307, within(EXACT));
    }

    /** TFDV test: RankHistogram {b 2, a 2, c 1} against {a 2, Z, Y, X}. */
    @Test
    void divergenceAgreesWithTheTestsOfTfdv() {
        assertThat(shares("js-divergence", Map.of("b", 2, "a", 2, "c", 1), Map.of("a", 2, "Z", 1, "Y", 1, "X", 1)))
                .isCloseTo(0.6, within(EXACT));
        assertThat(shares("js-divergence", Map.of("a", 3), Map.of("b", 5))).isEqualTo(1);
    }

    /** NannyML 4c86ee3: base 2, and unseen categories in one leftover bin. */
    @Test
    void distanceOfCategoriesIsThatOfNannyMl() {
        assertThat(letters("js-distance")).isCloseTo(0.17436843505978727, within(EXACT));
    }

    /** NannyML 4c86ee3: 12 bins by Doane's rule on the reference, what is outside in one more bin. */
    @Test
    void distanceOfNumbersIsThatOfNannyMlOnItsBins() {
        var extremes = Arrays.stream(REFERENCE).summaryStatistics();

        assertThat(numbers("js-distance", equalWidth(12, extremes.getMin(), extremes.getMax())))
                .isCloseTo(0.0938833868504762, within(EXACT));
    }

    /** Evidently a4aa4c2: 13 bins by Sturges' rule on the pooled data; its logarithm is natural. */
    @Test
    void distanceOfNumbersIsThatOfEvidentlyOnItsBinsUpToTheBase() {
        var extremes = DoubleStream.concat(Arrays.stream(REFERENCE), Arrays.stream(CURRENT))
                .summaryStatistics();
        double base2 = numbers("js-distance", equalWidth(13, extremes.getMin(), extremes.getMax()));

        assertThat(base2 * Math.sqrt(Math.log(2))).isCloseTo(0.07617022676932803, within(EXACT));
    }

    /** SciPy: sum((q - p) * ln(q / p)) with half a row added to each of the four categories. */
    @Test
    void stabilityIndexAddsHalfARow() {
        assertThat(letters("psi")).isCloseTo(0.2602206154607966, within(EXACT));
    }

    /** Half a row in each empty bin would tell a small window from a large reference with the same shares. */
    @Test
    void stabilityIndexIgnoresBinsThatAreEmptyOnBothSides() {
        assertThat(shares("psi", Map.of("a", 5000, "b", 5000), Map.of("a", 50, "b", 50)))
                .isZero();
    }

    /** TFDV and NannyML; TFDV tests: {.1, .9} against {.3, .7}, and {b .9, c .1} against {a .3, b .7}. */
    @Test
    void largestChangeIsThatOfTfdv() {
        assertThat(letters("l-infinity")).isCloseTo(0.1, within(EXACT));
        assertThat(shares("l-infinity", Map.of("a", 1, "b", 9), Map.of("a", 3, "b", 7)))
                .isCloseTo(0.2, within(EXACT));
        assertThat(shares("l-infinity", Map.of("b", 9, "c", 1), Map.of("a", 3, "b", 7)))
                .isCloseTo(0.3, within(EXACT));
    }

    /** scipy.stats.ks_2samp: D = 0.08383333333333333. */
    @Test
    void kolmogorovSmirnovIsExactWhenEachValueIsAnEdge() {
        double[] edges = DoubleStream.concat(Arrays.stream(REFERENCE), Arrays.stream(CURRENT))
                .sorted()
                .distinct()
                .toArray();

        assertThat(numbers("ks", Grid.of(edges))).isCloseTo(0.08383333333333333, within(EXACT));
    }

    @Test
    void kolmogorovSmirnovOnTheDefaultGridKeepsItsBound() {
        Grid grid = Grid.fromSample(REFERENCE, Grid.DEFAULT_BINS);
        double share = Math.max(
                largestShare(Fixtures.profileOf(grid, REFERENCE)), largestShare(Fixtures.profileOf(grid, CURRENT)));

        assertThat(numbers("ks", grid)).isBetween(0.08383333333333333 - share, 0.08383333333333333 + EXACT);
    }

    private static double largestShare(NumericProfile profile) {
        return Arrays.stream(profile.binCounts()).max().orElseThrow() / (double) profile.count();
    }

    /** scipy.stats.wasserstein_distance, and divided by numpy.std(reference). */
    @Test
    void wassersteinIsWithinTheWidthOfABin() {
        assertThat(numbers("wasserstein", equalWidth(4000, 0, 1))).isCloseTo(0.05570120386526613, within(1 / 4000.0));
        assertThat(numbers("wasserstein-normalized", equalWidth(4000, 0, 1)))
                .isCloseTo(0.19286198304699903, within(1 / 4000.0 / 0.2888));
        assertThat(numbers("wasserstein", Grid.fromSample(REFERENCE, Grid.DEFAULT_BINS)))
                .isCloseTo(0.05570120386526613, within(1 / 63.0));
    }

    /** The outer bins know the mean of their values, so a shift out of the grid has its full length. */
    @Test
    void wassersteinSeesHowFarValuesLeftTheGrid() {
        Grid grid = Grid.fromSample(REFERENCE, Grid.DEFAULT_BINS);
        NumericProfile above = Fixtures.profileOf(
                grid, Arrays.stream(REFERENCE).map(v -> v + 1000).toArray());
        NumericProfile below = Fixtures.profileOf(
                grid, Arrays.stream(REFERENCE).map(v -> v - 1000).toArray());
        NumericProfile within = Fixtures.profileOf(grid, REFERENCE);
        Distance distance = Distances.named("wasserstein");

        assertThat(distance.between(within, above)).isCloseTo(1000, within(0.01));
        assertThat(distance.between(within, below)).isCloseTo(1000, within(0.01));
        assertThat(distance.between(below, above)).isCloseTo(2000, within(0.01));
    }

    @Test
    void wassersteinSeesAConstantMove() {
        Grid grid = Grid.fromSample(new double[] {5, 5}, Grid.DEFAULT_BINS);
        NumericProfile five = Fixtures.profileOf(grid, 5, 5);
        NumericProfile eight = Fixtures.profileOf(grid, 8, 8, 8);

        assertThat(Distances.named("wasserstein").between(five, eight)).isCloseTo(3, within(1e-8));
        assertThat(Distances.named("wasserstein-normalized").between(five, eight))
                .isFinite()
                .isGreaterThan(1e6);
    }

    @Test
    void aSideWithoutFiniteValuesHasADefinedDistance() {
        Grid grid = Grid.of(2, 3, 5);
        NumericProfile numbers = Fixtures.profileOf(grid, 2.5, 4);
        NumericProfile none = Fixtures.profileOf(grid, Double.NaN);

        assertThat(Distances.named("ks").between(numbers, none)).isEqualTo(1);
        assertThat(Distances.named("ks").between(none, none)).isZero();
        assertThat(Distances.named("wasserstein").between(numbers, none)).isEqualTo(3);
        assertThat(Distances.named("wasserstein").between(none, numbers)).isEqualTo(3);
        assertThat(Distances.named("wasserstein-normalized").between(none, numbers))
                .isFinite();
        assertThat(Distances.named("js-divergence").between(none, numbers)).isEqualTo(1);
        assertThat(Distances.named("js-divergence").between(none, none)).isZero(); // NaN is a bin like any other
    }
}
