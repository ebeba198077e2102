package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.schema.WindowSchema;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.rule.EventRules;
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
}
