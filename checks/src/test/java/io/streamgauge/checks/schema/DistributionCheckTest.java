package io.streamgauge.checks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.statistics.tfdv.Aggregates;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Histogram;
import io.streamgauge.statistics.tfdv.Level;
import io.streamgauge.statistics.tfdv.NumericSummary;
import io.streamgauge.statistics.tfdv.Presences;
import io.streamgauge.statistics.tfdv.SortedNumbers;
import io.streamgauge.statistics.tfdv.TextSummary;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of all values of a feature together: of the numbers 1, 2, 3, 4 and of the texts a, a, b. */
class DistributionCheckTest {
    private static final FeatureStatistics NUMBERS = feature(
            DataType.FLOAT,
            4,
            new NumericSummary(
                    1, 4, List.of(), new Aggregates(2.5, Math.sqrt(1.25), 2.5, 0, 4L, SortedNumbers.of(4, 2, 1, 3))),
            null);
    private static final FeatureStatistics BUCKETS = feature(
            DataType.FLOAT,
            10,
            new NumericSummary(
                    0,
                    10,
                    List.of(new Histogram(
                            Histogram.Kind.QUANTILES,
                            0,
                            List.of(new Histogram.Bucket(0, 2, 5), new Histogram.Bucket(2, 10, 5))))),
            null);
    private static final FeatureStatistics TEXTS =
            feature(DataType.STRING, 3, null, new TextSummary(2, 0, Map.of("a", 2.0, "b", 1.0)));

    private static FeatureStatistics feature(
            DataType type, double count, @Nullable NumericSummary numbers, @Nullable TextSummary texts) {
        var presences = new Presences(count, 0, count, List.of(new Level(1, 1, 0)));
        return new FeatureStatistics(List.of("f"), type, presences, numbers, texts, null, 0, List.of(), false);
    }

    private static List<AnomalyType> found(FeatureStatistics feature, String distribution) {
        String type = feature.type() == DataType.STRING ? "text" : "float";
        var contract =
                SchemaForm.read("features: {f: {type: %s, distribution: {%s}}}".formatted(type, distribution), "test");
        var data = WeighableStatistics.of(new DatasetStatistics(4, List.of(feature)));
        return SchemaCheck.anomalies(contract, data, ControlData.NONE, CheckOptions.DEFAULT).stream()
                .map(Anomaly::type)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smallest: {min: 1}|smallest: {above: 1}",
                "largest: {max: 4}|largest: {below: 4}",
                "sum: {min: 10, max: 10}|sum: {below: 10}",
                "mean: {min: 2.5}|mean: {min: 2.51}",
                "median: {max: 2.5}|median: {max: 2.49}",
                "standard-deviation: {min: 1.29, max: 1.3}|standard-deviation: {max: 1.12}",
                "distinct: {max: 4}|distinct: {max: 3}",
                "distinct-share: {min: 1}|distinct-share: {below: 1}",
                "quantiles: [{at: 0.25, min: 1.75, max: 1.75}]|quantiles: [{at: 0.25, min: 1.8}]"
            })
    void limitsOfNumbers(String kept, String broken) {
        assertThat(found(NUMBERS, kept)).isEmpty();
        assertThat(found(NUMBERS, broken)).containsExactly(AnomalyType.STATISTIC_OUT_OF_LIMITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "distinct: {min: 2, max: 2}|distinct: {min: 3}",
                "distinct-share: {above: 0.6}|distinct-share: {min: 0.7}",
                "most-common: [a, c]|most-common: [b]",
                "holds: [a, b]|holds: [a, c]"
            })
    void limitsOfTexts(String kept, String broken) {
        assertThat(found(TEXTS, kept)).isEmpty();
        assertThat(found(TEXTS, broken)).containsExactly(AnomalyType.STATISTIC_OUT_OF_LIMITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantiles: [{at: 0.25, min: 1, max: 1}]|quantiles: [{at: 0.75, max: 5.9}]",
                "quantiles: [{at: 1, max: 10}]|quantiles: [{at: 0.5, min: 2.1}]"
            })
    void quantilesOfBucketsLieEvenlyInThem(String kept, String broken) {
        assertThat(found(BUCKETS, kept)).isEmpty();
        assertThat(found(BUCKETS, broken)).containsExactly(AnomalyType.STATISTIC_OUT_OF_LIMITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"mean: {min: 1}", "distinct: {min: 1}", "most-common: [a]", "holds: [a]"})
    void whatWasNotCountedIsSaid(String limits) {
        assertThat(found(BUCKETS, limits)).containsExactly(AnomalyType.STATS_NOT_AVAILABLE);
    }
}
