package io.streamgauge.checks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.condition.StatisticsRule;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.tfdv.TfdvCustomValidations;
import io.streamgauge.schemas.importer.tfdv.TfdvStatistics;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conditions on statistics, as TFDV's own test has them. */
class CustomChecksTest {
    private static final DatasetStatistics DATA = statistics("num_zeros: 5 max: 25 mean: 3 std_dev: 1 median: 2");

    private static DatasetStatistics statistics(String numbers) {
        try {
            return TfdvStatistics.ofText("num_examples: 10 features { path { step: 'f' } type: INT num_stats { %s } }"
                            .formatted(numbers))
                    .byCount();
        } catch (BrokenMessageException e) {
            throw new AssertionError(e);
        }
    }

    private static List<StatisticsRule> alone(String condition, String more) throws BrokenMessageException {
        return TfdvCustomValidations.ofText(
                "feature_validations { feature_path { step: 'f' } validations { sql_expression: '%s' severity: WARNING description: 'Off.' %s } }"
                        .formatted(condition, more));
    }

    private static List<Anomaly> found(String condition) throws BrokenMessageException {
        return CustomChecks.anomalies(alone(condition, ""), DATA, null, CheckOptions.DEFAULT);
    }

    @Test
    void conditionThatDoesNotHoldIsFound() throws BrokenMessageException {
        assertThat(found("feature.num_stats.num_zeros < 3"))
                .containsExactly(new Anomaly(
                        "f",
                        AnomalyType.CUSTOM_VALIDATION,
                        Severity.WARNING,
                        "Off.",
                        "The statistics do not keep 'feature.num_stats.num_zeros < 3'."));
    }

    @Test
    void conditionThatHoldsIsSilent() throws BrokenMessageException {
        assertThat(found("feature.num_stats.max > 10 AND feature.num_stats.mean BETWEEN 2 AND 4"))
                .isEmpty();
    }

    @Test
    void twoDatasetsAreCompared() throws BrokenMessageException {
        List<StatisticsRule> rules = TfdvCustomValidations.ofText(
                "feature_pair_validations { feature_test_path { step: 'f' } feature_base_path { step: 'f' } validations {"
                        + " sql_expression: 'feature_test.num_stats.num_zeros < feature_base.num_stats.num_zeros' severity: ERROR } }");

        assertThat(CustomChecks.anomalies(rules, DATA, statistics("num_zeros: 1"), CheckOptions.DEFAULT))
                .extracting(Anomaly::type)
                .containsExactly(AnomalyType.CUSTOM_VALIDATION);
        assertThat(CustomChecks.anomalies(rules, DATA, statistics("num_zeros: 6"), CheckOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void environmentsLimitWhereItIsAsked() throws BrokenMessageException {
        List<StatisticsRule> rules = alone("feature.num_stats.max > 30", "in_environment: \"SERVING\"");
        var serving = new CheckOptions("SERVING", Map.of(), null, Compatibility.OURS);

        assertThat(CustomChecks.anomalies(rules, DATA, null, CheckOptions.DEFAULT))
                .isEmpty();
        assertThat(CustomChecks.anomalies(rules, DATA, null, serving)).hasSize(1);
    }

    @Test
    void severityOfTheTypeGoesBeforeThatOfTheRule() throws BrokenMessageException {
        var options =
                new CheckOptions(null, Map.of(AnomalyType.CUSTOM_VALIDATION, Severity.ERROR), null, Compatibility.OURS);

        assertThat(CustomChecks.anomalies(alone("feature.num_stats.max > 30", ""), DATA, null, options))
                .extracting(Anomaly::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void whatTheStatisticsDoNotTellIsSaid() throws BrokenMessageException {
        assertThat(found("feature.string_stats.unique < 3"))
                .extracting(Anomaly::type)
                .containsExactly(AnomalyType.STATS_NOT_AVAILABLE);
    }

    @Test
    void namesThatNoStatisticsHaveAreTold() throws BrokenMessageException {
        assertThat(CustomChecks.unknown(alone("feature.num_stats.maximum > feature.num_stats.max", "")
                        .get(0)))
                .isEqualTo(Set.of("feature.num_stats.maximum"));
    }
}
