package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.config.RulesConfig.SchemaChoice;
import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.text.TextDetector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesReaderTest {
    private static RulesConfig rules(String lines) {
        return Fixtures.onlyModel(Fixtures.withModelLines(lines)).eventRules();
    }

    @Test
    void theSchemaOfTheBaselineHoldsUnlessSaidOtherwise() {
        assertThat(rules("")).isEqualTo(RulesConfig.UNSAID);
        assertThat(rules("rules: { text: [ email ] }").schema()).isEqualTo(new SchemaChoice.Implied());
        assertThat(rules("rules: { schema: baseline }").schema()).isEqualTo(new SchemaChoice.OfBaseline());
        assertThat(rules("rules: { schema: none }").schema()).isEqualTo(new SchemaChoice.None());
    }

    @Test
    void aFileIsRelativeToTheConfiguration() {
        assertThat(rules("rules: { schema: taxi.yaml, environment: SERVING }"))
                .isEqualTo(new RulesConfig(
                        new SchemaChoice.InFile(Fixtures.DIRECTORY.resolve("taxi.yaml")),
                        "SERVING",
                        List.of(),
                        Action.FLAG,
                        Map.of()));
    }

    @Test
    void detectorsAndTheirActionAreRead() {
        RulesConfig rules = rules("rules: { text: [ email, payment-card, secret ], text-action: quarantine }");

        assertThat(rules.text()).containsExactly(TextDetector.EMAIL, TextDetector.PAYMENT_CARD, TextDetector.SECRET);
        assertThat(rules.textAction()).isEqualTo(Action.QUARANTINE);
    }

    @Test
    void severitiesOfAnomaliesAreRead() {
        RulesConfig rules =
                rules("rules: { severities: { SCHEMA_NEW_COLUMN: warning, FEATURE_TYPE_NOT_PRESENT: off } }");

        assertThat(rules.severities())
                .containsOnly(
                        Map.entry(AnomalyType.SCHEMA_NEW_COLUMN, Severity.WARNING),
                        Map.entry(AnomalyType.FEATURE_TYPE_NOT_PRESENT, Severity.UNKNOWN));
        assertThat(Fixtures.problems(Fixtures.withModelLines(
                        "rules: { severities: { NEW_COLUMN: warning, NO_DATA_IN_SPAN: bad } }")))
                .hasSize(2);
    }

    @Test
    void allMistakesAreToldAtOnceAndNothingIsEverDropped() {
        assertThat(Fixtures.problems(
                        Fixtures.withModelLines("rules: { schme: taxi.yaml, text: [ e-mail ], text-action: drop }")))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem.toString()).contains("schme"))
                .anySatisfy(problem -> assertThat(problem.toString()).contains("e-mail"))
                .anySatisfy(problem -> assertThat(problem.toString()).contains("drop"));
    }

    @Test
    void anotherChoiceOfSchemaIsAnotherConfiguration() {
        assertThat(Fixtures.onlyModel(Fixtures.withModelLines("rules: { schema: none }"))
                        .rules())
                .isNotEqualTo(Fixtures.onlyModel(Fixtures.minimal()).rules());
    }

    @Test
    void volumeAndStuckFeaturesAreAskedForByQuality() {
        QualityConfig usual = Fixtures.onlyModel(Fixtures.minimal()).checks().quality();
        QualityConfig own = Fixtures.onlyModel(
                        Fixtures.withModelLines("checks: { quality: { volume: 2, stuck: false } }"))
                .checks()
                .quality();

        assertThat(usual.stuck()).isTrue();
        assertThat(usual.volume()).isNull();
        assertThat(usual.duplicates()).isNull();
        assertThat(own.stuck()).isFalse();
        assertThat(own.volume()).isEqualTo(2);
        assertThat(Fixtures.problems(Fixtures.withModelLines("checks: { quality: { volume: 1 } }")))
                .hasSize(1);
    }
}
