package io.streamgauge.schemas.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.predicate.InvalidPredicateException;
import io.streamgauge.schemas.text.TextDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRulesTest {
    private static final List<FeatureSchema> SLOTS = List.of(
            new FeatureSchema("n", Source.FEATURES, FeatureType.NUMERIC),
            new FeatureSchema("t", Source.FEATURES, FeatureType.CATEGORICAL));

    /** Each rule fires on the one value and is silent on the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "n: { type: float, range: { min: 0, max: 10 } }; FLOAT_TYPE_BIG_FLOAT; 10.5; 10",
                "n: { type: float, range: { min: 0, max: 10 } }; FLOAT_TYPE_SMALL_FLOAT; -0.1; 0",
                "n: { type: float, nan: false }; FLOAT_TYPE_HAS_NAN; NaN; 3",
                "n: { type: float, infinity: false }; FLOAT_TYPE_HAS_INF; Infinity; NaN",
                "n: { type: integer, range: { min: 0, max: 10 } }; INT_TYPE_BIG_INT; 11; 10",
                "n: { type: integer, range: { min: 0, max: 10 } }; INT_TYPE_SMALL_INT; -1; 0",
                "n: { type: integer }; UNEXPECTED_DATA_TYPE; 1.5; 1",
                "n: { type: integer }; UNEXPECTED_DATA_TYPE; NaN; 1",
                "n: { type: integer, boolean: {} }; BOOL_TYPE_BIG_INT; 2; 1",
                "n: { type: integer, boolean: {} }; BOOL_TYPE_SMALL_INT; -1; 0",
                "n: { type: float, boolean: {} }; BOOL_TYPE_UNEXPECTED_FLOAT; 0.5; 1",
                "n: { type: float, boolean: {} }; BOOL_TYPE_UNEXPECTED_FLOAT; NaN; 0",
                "n: { type: float }; UNEXPECTED_DATA_TYPE; mistyped; 1",
                "n: { type: float, presence: { min-fraction: 1 } }; FEATURE_TYPE_LOW_FRACTION_PRESENT; missing; 1",
                "n: { type: float, values: { max: 2 } }; FEATURE_TYPE_HIGH_NUMBER_VALUES; [3]; [2]",
                "n: { type: float, values: { max: 0 } }; FEATURE_TYPE_HIGH_NUMBER_VALUES; 7; missing",
                "n: { type: float, values: { min: 2 } }; FEATURE_TYPE_LOW_NUMBER_VALUES; 7; [2]",
                "n: { type: float, values: { min: 1 } }; FEATURE_TYPE_LOW_NUMBER_VALUES; [0]; 7",
                "n: { type: float, nested-values: [ { max: 2 } ] }; FEATURE_TYPE_HIGH_NUMBER_VALUES; [3]; [2]",
                "n: { type: float, nested-values: [ { }, { } ] }; VALUE_NESTEDNESS_MISMATCH; [3]; missing",
                "n: { type: float, shape: [ 2, 3 ] }; INVALID_FEATURE_SHAPE; [5]; [6]",
                "n: { type: float, shape: [ 1 ] }; INVALID_FEATURE_SHAPE; missing; 7",
                "t: { type: text, enum: [a, b] }; ENUM_TYPE_UNEXPECTED_STRING_VALUES; c; b",
                "t: { type: text, enum: [a, b] }; ENUM_TYPE_INVALID_UTF8; broken; c",
                "t: { type: text, enum: [a, b] }; ENUM_TYPE_UNEXPECTED_STRING_VALUES; c; broken",
                "t: { type: text, boolean: { true: ja, false: nein } }; BOOL_TYPE_UNEXPECTED_STRING; si; ja",
                "t: { type: text, parsed-as: integer }; INT_TYPE_NOT_INT_STRING; x1; '-12'",
                "t: { type: text, parsed-as: integer, range: { max: 9 } }; INT_TYPE_BIG_INT; '12'; x",
                "t: { type: text, parsed-as: integer, range: { min: 9 } }; INT_TYPE_SMALL_INT; '8'; '9'",
                "t: { type: text, parsed-as: float }; FLOAT_TYPE_STRING_NOT_FLOAT; 1f; '1.5e3'",
                "t: { type: text, parsed-as: float, range: { max: 9 } }; FLOAT_TYPE_BIG_FLOAT; '9.5'; x",
                "t: { type: text, parsed-as: float, range: { min: 9 } }; FLOAT_TYPE_SMALL_FLOAT; '-inf'; '9'",
                "t: { type: text, parsed-as: float, nan: false }; FLOAT_TYPE_HAS_NAN; 'nan'; 'inf'",
                "t: { type: text, parsed-as: float, infinity: false }; FLOAT_TYPE_HAS_INF; 'inf'; 'nan'",
                "t: { type: text, length: { min: 2, max: 3 } }; TEXT_TOO_SHORT; é; éa",
                "t: { type: text, length: { min: 2, max: 3 } }; TEXT_TOO_LONG; abcd; ééé",
                "t: { type: text, pattern: 'a+b' }; TEXT_NOT_OF_PATTERN; aabc; aab",
            })
    void aRuleOfTheSchemaFiresAndIsSilent(String feature, String rule, String bad, String good) {
        List<EventRule> rules = EventRules.ofSchema(contract(feature), null, SLOTS);

        assertThat(broken(rules, event(bad))).contains(rule);
        assertThat(broken(rules, event(good))).doesNotContain(rule);
        assertThat(rules).allSatisfy(one -> assertThat(one.severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void anEnumerationMayBeLongerThanAVocabulary() {
        List<String> words = IntStream.range(0, 25_000).mapToObj(i -> "w" + i).toList();
        var known = new WordSet(words);

        assertThat(words).allMatch(word -> known.holds(word.getBytes(UTF_8), 0, word.length()));
        assertThat(known.holds("w25000".getBytes(UTF_8), 0, 6)).isFalse();
        assertThat(new WordSet(List.of()).holds(new byte[0], 0, 0)).isFalse();
    }

    /** The same lists as a value with an index and as a value with weights. */
    @ParameterizedTest
    @CsvSource({
        "-, 2, MISSING_VALUE, MISSING_VALUE",
        "2, -, MISSING_INDEX, MISSING_WEIGHT",
        "2, 3, LENGTH_MISMATCH, LENGTH_MISMATCH",
        "2, 2, ,",
        "-, -, ,"
    })
    void theListsOfAFeatureOfSeveralPartsFitTogether(String value, String other, String sparse, String weighted) {
        List<EventRule> rules = EventRules.ofSchema(
                SchemaForm.read("""
                        version: 1
                        features: { v: { type: float }, o: { type: float } }
                        sparse-features: { s: { value: v, indices: [ o ] } }
                        weighted-features: { w: { feature: v, weight: o } }
                        """, "test"),
                null,
                List.of(
                        new FeatureSchema("v", Source.FEATURES, FeatureType.NUMERIC),
                        new FeatureSchema("o", Source.FEATURES, FeatureType.NUMERIC)));
        var event = new EventBuffer(2);
        List<String> lengths = List.of(value, other);
        for (int slot = 0; slot < 2; slot++) {
            if (!lengths.get(slot).equals("-")) {
                event.list(slot, Integer.parseInt(lengths.get(slot)));
            }
        }

        assertThat(broken(rules, event))
                .containsExactlyElementsOf(
                        sparse == null
                                ? List.of()
                                : List.of("SPARSE_FEATURE_" + sparse, "WEIGHTED_FEATURE_" + weighted));
    }

    @Test
    void aMissingValueBreaksNoRuleButThatOfPresence() {
        List<EventRule> rules = EventRules.ofSchema(
                contract("n: { type: float, range: { min: 0, max: 10 }, nan: false }"), null, SLOTS);

        assertThat(broken(rules, new EventBuffer(2))).isEmpty();
    }

    @Test
    void aRowPredicateIsBrokenWhereItIsTrueAndNotWhereItIsUnknown() {
        EventRule rule = EventRules.of(new RowPredicate("big", "n > 5", Severity.WARNING, Action.FLAG), SLOTS);

        assertThat(broken(List.of(rule), event("6"))).containsExactly("rule:big");
        assertThat(broken(List.of(rule), event("5"))).isEmpty();
        assertThat(broken(List.of(rule), event("missing"))).isEmpty();
        assertThatThrownBy(() -> EventRules.of(new RowPredicate("bad", "m > 5", Severity.WARNING, Action.FLAG), SLOTS))
                .isInstanceOf(InvalidPredicateException.class)
                .hasMessageContaining("no feature 'm'");
    }

    @Test
    void textDetectorsLookAtTextsOnly() {
        List<EventRule> rules = EventRules.ofTexts(List.of(TextDetector.EMAIL), Action.QUARANTINE, SLOTS);

        assertThat(rules).extracting(EventRule::id).containsExactly("text:email t");
        assertThat(broken(rules, event("ann@example.org"))).containsExactly("text:email");
        assertThat(broken(rules, event("ann at example.org"))).isEmpty();
        assertThat(broken(rules, new EventBuffer(2))).isEmpty();
    }

    @Test
    void theFirstQuarantiningRuleKeepsTheEventOut() {
        var flags = EventRules.of(new RowPredicate("flags", "n > 5", Severity.ERROR, Action.FLAG), SLOTS);
        var keeps = EventRules.of(new RowPredicate("keeps", "n > 7", Severity.ERROR, Action.QUARANTINE), SLOTS);
        var checks = new EventChecks(List.of(flags, keeps));

        assertThat(checks.check(event("6"))).isEqualTo(1);
        assertThat(checks.quarantine()).isNull();
        assertThat(checks.check(event("8"))).isEqualTo(2);
        assertThat(checks.quarantine()).isSameAs(keeps);
    }

    /** The short cut for values that surely keep all rules of a slot asks no other question than the rules themselves. */
    @Test
    void whatTheShortCutPassesBreaksNoRule() {
        List<EventRule> rules = new ArrayList<>(EventRules.ofSchema(SchemaForm.read("""
                        version: 1
                        features:
                          n: { type: float, range: { min: -1, max: 1 }, nan: false, infinity: false, presence: { min-fraction: 1 }, values: { min: 1, max: 1 } }
                          t: { shape: [ 1 ], type: text, enum: [a, b], min-domain-mass: 0.9, presence: { min-fraction: 1 } }
                        """, "test"), null, SLOTS));
        rules.addAll(EventRules.ofTexts(List.of(TextDetector.EMAIL), Action.FLAG, SLOTS));
        rules.add(EventRules.of(new RowPredicate("odd", "n > 0.5 && t == 'a'", Severity.ERROR, Action.FLAG), SLOTS));
        var random = new Random(7);
        var checks = new EventChecks(rules);
        for (int i = 0; i < 5000; i++) {
            EventBuffer event = anyEvent(random);

            int count = checks.check(event);

            assertThat(IntStream.range(0, count).mapToObj(checks::broken))
                    .containsExactlyInAnyOrderElementsOf(rules.stream()
                            .filter(rule -> rule.test().isBrokenBy(event))
                            .toList());
        }
    }

    private static EventBuffer anyEvent(Random random) {
        var event = new EventBuffer(2);
        double[] numbers = {-1, 0, 1, 1.5, -2, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.75};
        switch (random.nextInt(8)) {
            case 0 -> event.mistyped(0);
            case 1 -> event.missing(0);
            case 2 -> event.list(0, random.nextInt(3));
            default -> event.number(0, numbers[random.nextInt(numbers.length)]);
        }
        String[] texts = {"a", "b", "c", "", "ann@example.org", "\u00e9"};
        byte[] utf8 = texts[random.nextInt(texts.length)].getBytes(UTF_8);
        switch (random.nextInt(8)) {
            case 0 -> event.mistyped(1);
            case 1 -> event.missing(1);
            case 2 -> event.bool(1, true);
            default -> event.text(1, utf8, 0, utf8.length);
        }
        return event;
    }

    private static DataContract contract(String feature) {
        return SchemaForm.read("version: 1\nfeatures:\n  " + feature + "\n", "test");
    }

    private static List<String> broken(List<EventRule> rules, EventBuffer event) {
        var checks = new EventChecks(rules);
        int count = checks.check(event);
        return IntStream.range(0, count).mapToObj(i -> checks.broken(i).name()).toList();
    }

    /** Numbers go into the slot of n, anything else into that of t. */
    private static EventBuffer event(String value) {
        var event = new EventBuffer(2);
        if (value.equals("mistyped")) {
            event.mistyped(0);
        } else if (value.matches("\\[\\d+]")) {
            event.list(0, Integer.parseInt(value.substring(1, value.length() - 1)));
        } else if (value.matches("-?[0-9.]+|NaN|Infinity")) {
            event.number(0, Double.parseDouble(value));
        } else if (value.equals("broken")) {
            event.text(1, new byte[] {(byte) 0xC3}, 0, 1);
        } else if (!value.equals("missing")) {
            byte[] utf8 = value.replace("'", "").getBytes(UTF_8);
            event.text(1, utf8, 0, utf8.length);
        }
        return event;
    }
}
