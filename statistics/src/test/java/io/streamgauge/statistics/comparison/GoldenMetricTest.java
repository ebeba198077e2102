package io.streamgauge.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.Fixtures;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden values on the data of {@link Fixtures}: the formulas of Evidently a4aa4c2, NannyML 4c86ee3, deequ, Deepchecks, whylogs
 * and TFDV 710b32f, computed with SciPy and NumPy; values named "test" are from the tool's own tests.
 */
class GoldenMetricTest {
    private static final Numbers REFERENCE = Numbers.of(Fixtures.referenceNumbers());
    private static final Numbers CURRENT = Numbers.of(Fixtures.currentNumbers());
    private static final Categories LETTERS = Categories.of(Map.of("a", 500L, "b", 300L, "c", 200L), 0, 0);
    private static final Categories MORE = Categories.of(Map.of("a", 400L, "b", 350L, "c", 200L, "d", 50L), 0, 0);

    private static Measured measured(Metric metric, String data) {
        return data.equals("letters") ? metric.between(LETTERS, MORE) : metric.between(REFERENCE, CURRENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "evidently psi numbers 0.04685494724334087",
                "evidently js-distance numbers 0.07617022676932803",
                "evidently kl numbers 0.024703018163515483",
                "evidently hellinger numbers 0.0763487821532336",
                "evidently psi letters 0.3401308332340512",
                "evidently js-distance letters 0.14517124464937745",
                "evidently kl letters 0.06459864603464835",
                "evidently total-variation letters 0.1",
                "evidently hellinger letters 0.1695563905597457",
                "evidently wasserstein-normalized numbers 0.19286198304699903",
                "evidently energy numbers 0.08580386551352182",
                "evidently cramer-von-mises numbers 3.1539036071428654",
                "evidently anderson-darling numbers 21.11433274660048",
                "evidently welch-t numbers -5.7566761287541075",
                "evidently mann-whitney numbers 1332973.5",
                "nannyml js-distance numbers 0.0938833868504762",
                "nannyml hellinger numbers 0.07899378188598077",
                "nannyml js-distance letters 0.17436843505978727",
                "nannyml l-infinity letters 0.1",
                "nannyml wasserstein numbers 0.05570120386526613",
                "deequ l-infinity letters 0.019501552810007552",
                "deequ l-infinity:robust=1.3581015157406195 letters 0.039263853809169455",
                "deequ ks numbers 0.022351628737575728",
                "deequ psi letters Infinity",
                "deepchecks psi letters 0.0943994056201479",
                "whylogs hellinger numbers 0.07919474936296582",
                "tfdv js-divergence numbers 0.008397937480231142",
                "tfdv l-infinity letters 0.1",
                "tfdv normalized-absolute-difference letters 0.05",
                "tfdv js-divergence letters 0.030404351145199307"
            })
    void valuesAreThoseOfTheTool(String convention, String metric, String data, double expected) {
        Metric asThere = Convention.named(convention).metric(MetricSpecification.parse(metric));
        Double value = measured(asThere, data).value();
        if (Double.isInfinite(expected)) {
            assertThat(value).isInfinite();
        } else {
            assertThat(value).isCloseTo(expected, Percentage.withPercentage(1e-7));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "psi letters 0.2602206154607966",
                "psi:zero-fill=1e-4,renormalise=true letters 0.3401243633699477",
                "js-divergence letters 0.030404351145199307",
                "ks numbers 0.08383333333333333",
                "chi-square letters 64.95726495726495"
            })
    void plainSpecificationsHaveTheirFormula(String metric, String data, double expected) {
        assertThat(measured(Metrics.of(MetricSpecification.parse(metric)), data).value())
                .isCloseTo(expected, Percentage.withPercentage(1e-7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "ks:p-value=exact numbers 1.1032050521944183e-05",
                "ks:p-value=asymptotic numbers 1.0922924290745888e-05",
                "cramer-von-mises numbers 3.449462371296619e-08",
                "anderson-darling numbers 0.001",
                "welch-t:variance=equal numbers 9.317809219054383e-09",
                "mann-whitney:alternative=less numbers 8.225385735807505e-09",
                "chi-square letters 5.122723880724156e-14"
            })
    void pValuesAreThoseOfSciPy(String metric, String data, double expected) {
        assertThat(measured(Metrics.of(MetricSpecification.parse(metric)), data).pValue())
                .isCloseTo(expected, Percentage.withPercentage(1e-4));
    }

    @Test
    void chiSquareOfATableHasItsForms() {
        Categories reference = Categories.of(Map.of("a", 500L, "b", 500L), 0, 0);
        Categories current = Categories.of(Map.of("a", 440L, "b", 560L), 0, 0);

        assertThat(chiSquare("chi-square", reference, current)).isCloseTo(7.226013649136894, within(1e-9));
        assertThat(chiSquare("chi-square:yates=true", reference, current)).isCloseTo(6.987153753512645, within(1e-9));
        assertThat(chiSquare(
                        "chi-square:form=goodness-of-fit",
                        LETTERS,
                        Categories.of(Map.of("a", 400L, "b", 350L, "c", 250L), 0, 0)))
                .isCloseTo(40.833333333333336, within(1e-9));
        assertThat(chiSquare(
                        "chi-square:form=goodness-of-fit",
                        LETTERS,
                        Categories.of(Map.of("a", 450L, "b", 350L, "c", 200L), 0, 0)))
                .isCloseTo(13.333333333333334, within(1e-9));
        assertThat(chiSquare("chi-square:form=goodness-of-fit", LETTERS, MORE)).isInfinite();
    }

    private static double chiSquare(String metric, Sample reference, Sample current) {
        Double value = Metrics.of(MetricSpecification.parse(metric))
                .between(reference, current)
                .value();
        return value == null ? Double.NaN : value;
    }

    /** TFDV tests DifferentBucketBoundaries, NoOverlap, points {0,1} against {0,2}, one bucket against many. */
    @Test
    void alignedHistogramsAreThoseOfTfdv() {
        assertThat(divergence(
                        histogram(new double[] {1, 2}, new double[] {2, 3}, 2, 2),
                        histogram(new double[] {2, 4}, new double[] {4, 6}, 2, 2)))
                .isCloseTo(0.6556390622295665, within(1e-12));
        assertThat(divergence(
                        histogram(new double[] {0, 1}, new double[] {1, 2}, 2, 2),
                        histogram(new double[] {3, 4}, new double[] {4, 6}, 2, 2)))
                .isEqualTo(1);
        assertThat(divergence(
                        histogram(new double[] {0, 1}, new double[] {0, 1}, 1, 1),
                        histogram(new double[] {0, 2}, new double[] {0, 2}, 1, 1)))
                .isEqualTo(0.5);
        assertThat(divergence(
                        histogram(new double[] {10}, new double[] {10}, 21),
                        histogram(new double[] {0, 4, 12}, new double[] {4, 12, 20}, 150, 200, 20)))
                .isEqualTo(1);
    }

    /** TFDV tests NaNNotEqualToSelf and WithNaNs. */
    @Test
    void nanNeverMatchesInTfdv() {
        Metric metric = Metrics.of(MetricSpecification.parse("js-divergence:binning=tfdv-standard"));

        assertThat(metric.between(Numbers.of(Double.NaN), Numbers.of(Double.NaN))
                        .value())
                .isEqualTo(1);
        assertThat(metric.between(Numbers.of(1, 1, 1, Double.NaN), Numbers.of(1, 1, 1, 1))
                        .value())
                .isCloseTo(0.1379253809700299, within(1e-12));
    }

    private static Histogram histogram(double[] low, double[] high, double... mass) {
        return new Histogram(low, high, mass);
    }

    private static double divergence(Histogram a, Histogram b) {
        return new JensenShannon(false, true).of(Histogram.aligned(a, b));
    }
}
