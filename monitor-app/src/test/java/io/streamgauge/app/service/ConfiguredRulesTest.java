package io.streamgauge.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.topology.settings.ModelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the rules of a model come from, and what becomes of events that break them. */
class ConfiguredRulesTest {
    private static final DataContract OF_BASELINE = SchemaForm.read("""
            version: 1
            features:
              x: { type: float, range: { max: 5 }, nan: false, presence: { min-fraction: 1 }, values: { min: 1, max: 1 }, on: quarantine }
            """, "baseline");

    @TempDir
    private Path directory;

    @Test
    void theBaselinesSchemaHoldsAsFarAsQualityAsks() throws IOException {
        List<EventRule> rules = rules("", true);

        assertThat(rules)
                .extracting(EventRule::name)
                .containsExactly(
                        "UNEXPECTED_DATA_TYPE",
                        "FEATURE_TYPE_LOW_FRACTION_PRESENT",
                        "FLOAT_TYPE_BIG_FLOAT",
                        "FLOAT_TYPE_HAS_NAN");
        assertThat(rules).extracting(EventRule::tolerated).containsExactly(0.001, 0.05, 0.01, 0.001);
        assertThat(rules).extracting(EventRule::action).containsOnly(Action.QUARANTINE);
    }

    @Test
    void takenAtItsWordItToleratesNothing() throws IOException {
        assertThat(rules("rules: { schema: baseline }", true))
                .hasSize(7)
                .extracting(EventRule::tolerated)
                .containsOnly(0.0);
    }

    @Test
    void aFileTakesItsPlace() throws IOException {
        Files.writeString(directory.resolve("own.yaml"), """
                version: 1
                features: { x: { type: float, range: { min: 0 } } }
                predicates: [ { name: big, when: 'x > 7', severity: warning, on: quarantine } ]
                """);

        List<EventRule> rules = rules("rules: { schema: own.yaml }", true);

        assertThat(rules)
                .extracting(EventRule::name)
                .containsExactly("UNEXPECTED_DATA_TYPE", "FLOAT_TYPE_SMALL_FLOAT", "SCHEMA_NEW_COLUMN", "rule:big");
        assertThat(rules)
                .extracting(EventRule::action)
                .containsExactly(Action.FLAG, Action.FLAG, Action.FLAG, Action.QUARANTINE);
    }

    @Test
    void severitiesAreThoseOfTheConfiguration() throws IOException {
        ModelSettings model = model(
                "rules: { schema: baseline, severities: { UNEXPECTED_DATA_TYPE: warning, FLOAT_TYPE_HAS_NAN: off } }",
                true);

        assertThat(model.rulesOf(Source.FEATURES))
                .extracting(EventRule::name, EventRule::severity)
                .contains(
                        tuple("UNEXPECTED_DATA_TYPE", Severity.WARNING), tuple("FLOAT_TYPE_BIG_FLOAT", Severity.ERROR))
                .noneMatch(rule -> rule.toList().contains("FLOAT_TYPE_HAS_NAN"));
        assertThat(model.checks().schema().severities())
                .containsEntry(AnomalyType.UNEXPECTED_DATA_TYPE, Severity.WARNING);
    }

    @Test
    void onlyASchemaThatIsTakenAtItsWordSaysWhichColumnsThereAre() throws IOException {
        Files.writeString(
                directory.resolve("own.yaml"), "version: 1\nfeatures: { x: { type: float }, y: { type: float } }\n");

        assertThat(model("rules: { schema: own.yaml }", true)
                        .source(Source.FEATURES)
                        .mapping()
                        .expected())
                .containsExactlyInAnyOrder("x", "y");
        assertThat(model("", true).source(Source.FEATURES).mapping().expected()).isNull();
    }

    @Test
    void withoutASchemaThereAreNoRulesButThoseOfTexts() throws IOException {
        assertThat(rules("rules: { schema: none }", true)).isEmpty();
        assertThat(rules("", false)).isEmpty();
        assertThat(model("", false).checks().schema()).isNull();
        assertThat(model("", true).checks().schema()).isNotNull();
    }

    @Test
    void aSchemaThatTheBaselineLacksIsAskedForInVain() {
        assertThatThrownBy(() -> rules("rules: { schema: baseline }", false))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("models.fraud.rules.schema: the baseline has no schema");
    }

    @Test
    void aPredicateThatIsNoneIsToldWithItsName() throws IOException {
        Files.writeString(directory.resolve("own.yaml"), """
                version: 1
                features: { x: { type: float } }
                predicates: [ { name: odd, when: 'y > 7' } ]
                """);

        assertThatThrownBy(() -> rules("rules: { schema: own.yaml }", true))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("predicates[0].when")
                .hasMessageContaining("no feature 'y'");
    }

    private List<EventRule> rules(String lines, boolean withContract) throws IOException {
        return model(lines, withContract).rulesOf(Source.FEATURES);
    }

    private ModelSettings model(String lines, boolean withContract) throws IOException {
        String text = """
                kafka: { bootstrap.servers: "localhost:9092" }
                schema-registry: { url: "http://localhost:8081" }
                models:
                  fraud:
                    baseline: { file: fraud.avro }
                    features: { topic: fraud.features }
                """ + lines.indent(4);
        ConfigFile file = ConfigFile.parse("test.yaml", text, directory, name -> null);
        return new ConfiguredTopology(file.config(), Map.of("fraud", baseline(withContract)))
                .settings(topic -> 1, null)
                .models()
                .get(0);
    }

    private static Baseline baseline(boolean withContract) throws IOException {
        var schema = new DataSchema(List.of(new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC)));
        Baseline baseline = BaselineBuilder.of("fraud", "1", schema).build(consumer -> {
            var row = new EventBuffer(1);
            for (int i = 0; i < 100; i++) {
                row.clear();
                row.eventTime(i * 3_600_000L);
                row.number(0, i % 5);
                consumer.accept(Source.FEATURES, row);
            }
        });
        return withContract ? baseline.withContract(OF_BASELINE) : baseline;
    }
}
