package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.schema.WindowSchema;
import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.rule.EventRules;
import io.streamgauge.schemas.text.TextDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule says once it is broken. */
class RuleCheckTest {
    private static final List<FeatureSchema> SLOTS = List.of(
            new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC),
            new FeatureSchema("c", Source.FEATURES, FeatureType.CATEGORICAL));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FEATURE_TYPE_HIGH_NUMBER_VALUES x; features.x: values: { max: null }",
                "FEATURE_TYPE_LOW_NUMBER_VALUES x; features.x: values: { min: null }",
                "INVALID_FEATURE_SHAPE c; features.c: shape: null",
                "SPARSE_FEATURE_LENGTH_MISMATCH s; {sparse-features: {s: {lifecycle: deprecated}}}",
                "WEIGHTED_FEATURE_MISSING_WEIGHT w; {weighted-features: null}"
            })
    void itProposesTheChangeThatWouldAcceptTheEvents(String rule, String patch) {
        DataContract contract = SchemaForm.read("""
                version: 1
                features:
                  x: { type: float, values: { min: 1, max: 2 } }
                  c: { type: text, shape: [ 1 ] }
                sparse-features: { s: { value: x, indices: [ c ] } }
                weighted-features: { w: { feature: x, weight: c } }
                """, "test");
        var check = new RuleCheck(
                EventRules.ofSchema(contract, null, SLOTS),
                new WindowSchema(contract, SLOTS, null, true),
                Fixtures.PROVENANCE);
        var broken = new TreeMap<String, RuleCounts.Broken>();
        broken.put(rule, new RuleCounts.Broken(1, List.of()));
        var counts = new RuleCounts(0, broken);
        var observation = new Observation(
                Fixtures.SUBJECT,
                new Window(0, Fixtures.HOUR),
                List.of(Fixtures.numbers(10, 0), Fixtures.letters(10)),
                new Traffic(10, 0, 0, 1, counts),
                List.of(),
                counts,
                null);

        List<Score> scores = check.assess(observation).stream()
                .filter(score -> score.measurement().exceeds())
                .toList();

        assertThat(scores).singleElement().satisfies(score -> {
            assertThat(score.measurement().value()).isEqualTo(0.1);
            assertThat(score.finding().patch()).isEqualTo(patch);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {"SERVING; skew, quality, quality", "none; quality, quality, quality"})
    void whatServingSendsInSpiteOfTrainingsSchemaIsSkewButPredicatesAndTextsAreQuality(
            String environment, String checks) {
        DataContract contract = SchemaForm.read("""
                version: 1
                environments: [ TRAINING, SERVING ]
                features:
                  x: { type: float, range: { min: 0, max: 1 } }
                  c: { type: text, presence: { min-fraction: 0 } }
                predicates: [ { name: large, when: "x > 9" } ]
                """, "test");
        List<EventRule> rules = new ArrayList<>();
        EventRules.ofSchema(contract, environment, SLOTS).stream()
                .filter(rule -> rule.name().equals("FLOAT_TYPE_BIG_FLOAT"))
                .forEach(rules::add);
        rules.add(EventRules.of(contract.predicates().get(0), SLOTS));
        EventRules.ofTexts(List.of(TextDetector.EMAIL), Action.FLAG, SLOTS).stream()
                .limit(1)
                .forEach(rules::add);
        var check = new RuleCheck(rules, new WindowSchema(contract, SLOTS, environment, true), Fixtures.PROVENANCE);
        var counts = new RuleCounts(0, new TreeMap<>());
        var observation = new Observation(
                Fixtures.SUBJECT,
                new Window(0, Fixtures.HOUR),
                List.of(Fixtures.numbers(10, 0), Fixtures.letters(10)),
                new Traffic(10, 0, 0, 1, counts),
                List.of(),
                counts,
                null);

        assertThat(check.assess(observation)).extracting(Score::check).containsExactly(checks.split(", ", -1));
    }
}
