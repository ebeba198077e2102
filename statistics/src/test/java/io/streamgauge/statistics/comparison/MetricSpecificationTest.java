package io.streamgauge.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricSpecificationTest {

    @Test
    void textIsKeptAsGivenAndConventionSaysEverything() {
        Metric metric = Metrics.of(MetricSpecification.parse("psi:bins=10,binning=reference-quantile,zero-fill=1e-4"));

        assertThat(metric.specification().text()).isEqualTo("psi:bins=10,binning=reference-quantile,zero-fill=1e-4");
        assertThat(metric.convention())
                .isEqualTo("binning=reference-quantile,bins=10,missing=drop,zero-fill=1e-4,renormalise=false");
    }

    @Test
    void missingIsABinInTheServicesFormAndDroppedInAClassicalOne() {
        assertThat(Metrics.of(Metrics.DEFAULT).convention()).contains("missing=bin");
        assertThat(Metrics.of(MetricSpecification.parse("js-divergence:base=e")).convention())
                .contains("missing=drop");
        assertThat(Metrics.of(MetricSpecification.parse("js-divergence:missing=bin,base=e"))
                        .convention())
                .contains("missing=bin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "psi:|is not key=value",
                "psi:bins|is not key=value",
                "psi:bins=|is not key=value",
                "psi:bins=10,bins=20|'bins' is given twice",
                ":bins=10|is no name",
                "PSI|is no name"
            })
    void malformedTextIsRefused(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricSpecification.parse(text))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "psy|no metric is named 'psy', there are: effect-size, psi, kl,",
                "psi:bin=10|psi has no parameter 'bin'; it has binning, bins,",
                "psi:bins=ten|bins must be a whole number",
                "psi:bins=1|bins must be a whole number from 2",
                "psi:binning=deciles|binning must be one of baseline, reference-quantile,",
                "psi:zero-fill=-1|zero-fill must be a number from",
                "psi:zero-fill=NaN|zero-fill must be a number from",
                "ks:p-value=maybe|p-value must be one of auto, exact, asymptotic",
                "ks:missing=bin|missing must be one of drop",
                "energy:bins=3|energy has no parameter 'bins'",
                "js-distance:base=10|base must be one of 2, e"
            })
    void whatNoMetricKnowsIsRefused(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.of(MetricSpecification.parse(text)))
                .withMessageContaining(reason);
    }

    @Test
    void conventionsRefuseWhatTheToolDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Convention.named("tfdv").metric(MetricSpecification.parse("ks")))
                .withMessageContaining("the convention tfdv has js-divergence, l-infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Convention.named("alibi"))
                .withMessageContaining("evidently, nannyml, tfdv, deequ, deepchecks, whylogs");
    }

    @Test
    void aNumericFeatureHasNoLargestCategory() {
        Metric plain = Metrics.of(MetricSpecification.parse("l-infinity"));
        Metric binned = Metrics.of(MetricSpecification.parse("l-infinity:binning=reference-quantile"));

        assertThat(plain.refusal(Numbers.of(1, 2))).contains("is for categorical features");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.between(Numbers.of(1, 2), Numbers.of(1, 2)));
        assertThat(binned.refusal(Numbers.of(1, 2))).isNull();
    }
}
