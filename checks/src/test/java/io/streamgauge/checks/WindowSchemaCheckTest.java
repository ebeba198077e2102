package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each anomaly that only a window can show fires in one window and is silent in another. */
class WindowSchemaCheckTest {
    private static final String SERVING = "SERVING";

    /** What a window holds. */
    private record Rows(NumericProfile x, CategoricalProfile c) {
        static Rows usual(int rows) {
            return new Rows(Fixtures.numbers(rows, 0), Fixtures.letters(rows));
        }

        static Rows shifted() {
            return new Rows(Fixtures.numbers(100, 2), Fixtures.letters(100));
        }

        static Rows onlyA() {
            CategoricalProfile c = Fixtures.LETTERS.newProfile();
            for (int i = 0; i < 100; i++) {
                c.add("a");
            }
            return new Rows(Fixtures.numbers(100, 0), c);
        }

        static Rows withAnInfiniteX() {
            NumericProfile x = Fixtures.numbers(99, 0);
            x.add(Double.POSITIVE_INFINITY);
            return new Rows(x, Fixtures.letters(100));
        }

        static Rows withoutX() {
            NumericProfile x = Fixtures.GRID.newProfile();
            for (int i = 0; i < 100; i++) {
                x.addMissing();
            }
            return new Rows(x, Fixtures.letters(100));
        }

        List<Profile> profiles() {
            return List.of(x, c);
        }
    }

    static Stream<Arguments> anomalies() {
        Rows usual = Rows.usual(100);
        return Stream.of(
                Arguments.of(
                        "features: {x: {type: float, presence: {min-fraction: 0.5}}}",
                        "FEATURE_TYPE_NOT_PRESENT",
                        Rows.withoutX(),
                        usual,
                        null),
                Arguments.of(
                        "features: {x: {type: float, presence: {min-count: 50}}}",
                        "FEATURE_TYPE_LOW_NUMBER_PRESENT",
                        Rows.usual(40),
                        usual,
                        null),
                Arguments.of(
                        "features: {x: {type: float, not-in-environments: [SERVING]}}",
                        "SCHEMA_NEW_COLUMN",
                        usual,
                        Rows.withoutX(),
                        null),
                Arguments.of(
                        "features: {c: {type: text, unique: {max: 1}}}",
                        "FEATURE_TYPE_HIGH_UNIQUE",
                        usual,
                        Rows.onlyA(),
                        null),
                Arguments.of(
                        "features: {c: {type: text, unique: {min: 2}}}",
                        "FEATURE_TYPE_LOW_UNIQUE",
                        Rows.onlyA(),
                        usual,
                        null),
                Arguments.of(
                        "features: {c: {type: text, drift: {l-infinity: 0.1}}}",
                        "drift:COMPARATOR_L_INFTY_HIGH",
                        Rows.onlyA(),
                        usual,
                        usual),
                Arguments.of(
                        "features: {x: {type: float, drift: {jensen-shannon: 0.1}}}",
                        "drift:COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH",
                        Rows.shifted(),
                        usual,
                        usual),
                Arguments.of(
                        "features: {c: {type: text, drift: {normalized-absolute-difference: 0.1}}}",
                        "drift:COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH",
                        Rows.onlyA(),
                        usual,
                        usual),
                Arguments.of(
                        "features: {x: {type: float, drift: {jensen-shannon: 0.1}}}",
                        "drift:COMPARATOR_TREATMENT_DATA_MISSING",
                        Rows.withoutX(),
                        usual,
                        usual),
                Arguments.of(
                        "features: {c: {type: text, skew: {l-infinity: 0.1}}}",
                        "skew:COMPARATOR_L_INFTY_HIGH",
                        Rows.onlyA(),
                        usual,
                        null),
                Arguments.of(
                        "features: {x: {type: float, skew: {jensen-shannon: 0.1}}}",
                        "skew:COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH",
                        Rows.shifted(),
                        usual,
                        null),
                Arguments.of(
                        "features: {c: {type: text, skew: {normalized-absolute-difference: 0.4}}}",
                        "skew:COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH",
                        usual,
                        Rows.usual(4000),
                        null),
                Arguments.of(
                        "features: {x: {type: float, skew: {jensen-shannon: 0.1}}}",
                        "skew:COMPARATOR_CONTROL_DATA_MISSING",
                        Rows.withoutX(),
                        usual,
                        null),
                Arguments.of(
                        "dataset: {examples: {min: 50}}\nfeatures: {x: {type: float}}",
                        "DATASET_LOW_NUM_EXAMPLES",
                        Rows.usual(49),
                        Rows.usual(50),
                        null),
                Arguments.of(
                        "dataset: {examples: {max: 50}}\nfeatures: {x: {type: float}}",
                        "DATASET_HIGH_NUM_EXAMPLES",
                        Rows.usual(51),
                        Rows.usual(50),
                        null),
                Arguments.of(
                        "dataset: {previous-span: {min: 0.5}}\nfeatures: {x: {type: float}}",
                        "drift:COMPARATOR_LOW_NUM_EXAMPLES",
                        Rows.usual(10),
                        Rows.usual(50),
                        usual),
                Arguments.of(
                        "dataset: {previous-span: {max: 2}}\nfeatures: {x: {type: float}}",
                        "drift:COMPARATOR_HIGH_NUM_EXAMPLES",
                        Rows.usual(201),
                        Rows.usual(200),
                        usual),
                Arguments.of("features: {x: {type: float}}", "NO_DATA_IN_SPAN", Rows.usual(0), Rows.usual(1), null));
    }

    static Stream<Arguments> distributions() {
        Rows usual = Rows.usual(100); // x: 0.5, 1.5, 2.5 and 3.5 equally often
        return Stream.of(
                Arguments.of("x: {type: float, distribution: {mean: {max: 2}}}", Rows.shifted(), usual),
                Arguments.of("x: {type: float, distribution: {sum: {below: 201}}}", Rows.shifted(), usual),
                Arguments.of("x: {type: float, distribution: {median: {max: 2}}}", Rows.shifted(), usual),
                Arguments.of("x: {type: float, distribution: {smallest: {max: 0.5}}}", Rows.shifted(), usual),
                Arguments.of("x: {type: float, distribution: {largest: {max: 3.5}}}", Rows.shifted(), usual),
                Arguments.of(
                        "x: {type: float, distribution: {quantiles: [{at: 0.25, max: 1}]}}", Rows.shifted(), usual),
                Arguments.of(
                        "x: {type: float, distribution: {standard-deviation: {max: 1.13}}}",
                        Rows.withAnInfiniteX(),
                        usual),
                Arguments.of("x: {type: float, distribution: {mean: {max: 2.1}}}", Rows.withAnInfiniteX(), usual),
                Arguments.of("c: {type: text, distribution: {most-common: [b]}}", Rows.onlyA(), usual),
                Arguments.of("c: {type: text, distribution: {holds: [b]}}", Rows.onlyA(), usual),
                Arguments.of("c: {type: text, distribution: {distinct: {min: 2}}}", Rows.onlyA(), usual),
                Arguments.of("c: {type: text, distribution: {distinct-share: {max: 0.02}}}", Rows.usual(40), usual));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void whatIsExpectedOfAllValuesTogetherFiresAndIsSilent(String feature, Rows loud, Rows quiet) {
        String schema = "features: {" + feature + "}";
        Score bad = score(schema, "STATISTIC_OUT_OF_LIMITS", loud, null);

        assertThat(bad.measurement().exceeds()).isTrue();
        assertThat(bad.note()).isNotBlank();
        assertThat(score(schema, "STATISTIC_OUT_OF_LIMITS", quiet, null)
                        .measurement()
                        .exceeds())
                .isFalse();
    }

    @Test
    void aMeanOfFewRowsSaysNothing() {
        String schema = "features: {x: {type: float, distribution: {mean: {max: 1}}}}";

        assertThat(score(schema, "STATISTIC_OUT_OF_LIMITS", Rows.usual(29), null)
                        .measurement()
                        .enoughData())
                .isFalse();
    }

    @Test
    void aStatisticThatProfilesDoNotHaveIsSaidToBeUnknown() {
        String metric = "STATS_NOT_AVAILABLE";

        assertThat(score(
                                "features: {x: {type: float, distribution: {distinct: {max: 9}}}}",
                                metric,
                                Rows.usual(99),
                                null)
                        .measurement()
                        .exceeds())
                .isTrue();
        assertThat(score("features: {x: {type: float, distribution: {mean: {max: 9}}}}", metric, Rows.usual(99), null)
                        .measurement()
                        .exceeds())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("anomalies")
    void firesAndIsSilent(String schema, String metric, Rows loud, Rows quiet, @Nullable Rows before) {
        Score bad = score(schema, metric, loud, before);
        Score good = score(schema, metric, quiet, before);

        assertThat(bad.measurement().exceeds()).isTrue();
        assertThat(bad.note()).isNotBlank();
        assertThat(bad.finding()).isNotNull();
        assertThat(good.measurement().exceeds()).isFalse();
        assertThat(good.note()).isNull();
    }

    @Test
    void howFarServingIsFromTrainingIsSkewWithALimitOfItsOwn() {
        String schema =
                "features: {c: {type: text, skew: {l-infinity: 0.1}, drift: {l-infinity: 0.2}}, x: {type: float, skew: {jensen-shannon: 0.3}}}";
        Score skew = score(schema, "skew:COMPARATOR_L_INFTY_HIGH", Rows.onlyA(), Rows.usual(100));
        Score numbers = score(schema, "skew:COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH", Rows.shifted(), null);
        Score drift = score(schema, "drift:COMPARATOR_L_INFTY_HIGH", Rows.onlyA(), Rows.usual(100));

        assertThat(skew.check()).isEqualTo("skew");
        assertThat(skew.measurement().value()).isCloseTo(0.5, within(0.01));
        assertThat(skew.measurement().floor()).isEqualTo(0.1);
        assertThat(numbers.check()).isEqualTo("skew");
        assertThat(numbers.measurement().value()).isBetween(0.3, 1.0);
        assertThat(numbers.measurement().floor()).isEqualTo(0.3);
        assertThat(drift.check()).isEqualTo("quality");
        assertThat(drift.measurement().value()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"SERVING, skew", ", quality"})
    void whatServingLacksIsSkewWhereItIsSaidThatItIsServing(@Nullable String environment, String check) {
        String schema =
                "features: {x: {type: float, presence: {min-fraction: 0.5, min-count: 50}}, c: {type: text, unique: {max: 1}}}";

        var window = new Observation(
                Fixtures.SUBJECT, window(), Rows.withoutX().profiles(), new Traffic(100, 0, 0, 1), List.of());

        assertThat(check(schema, Fixtures.reference(), environment).assess(window))
                .extracting(Score::metric, Score::check)
                .contains(
                        tuple("FEATURE_TYPE_NOT_PRESENT", check),
                        tuple("FEATURE_TYPE_LOW_NUMBER_PRESENT", check),
                        tuple("FEATURE_TYPE_HIGH_UNIQUE", "quality"));
    }

    @Test
    void theBeforeOfAComparatorMayLackTheFeature() {
        String schema = "features: {x: {type: float, drift: {jensen-shannon: 0.1}}}";

        assertThat(score(schema, "drift:COMPARATOR_CONTROL_DATA_MISSING", Rows.usual(100), Rows.withoutX())
                        .measurement()
                        .exceeds())
                .isTrue();
        assertThat(score(schema, "drift:COMPARATOR_CONTROL_DATA_MISSING", Rows.usual(100), Rows.usual(100))
                        .measurement()
                        .exceeds())
                .isFalse();
    }

    @Test
    void distinctNumbersCannotBeCounted() {
        assertThat(score(
                                "features: {x: {type: float, unique: {max: 9}}}",
                                "FEATURE_TYPE_NO_UNIQUE",
                                Rows.usual(9),
                                null)
                        .measurement()
                        .exceeds())
                .isTrue();
        assertThat(score("features: {c: {type: text, unique: {max: 9}}}", "FEATURE_TYPE_NO_UNIQUE", Rows.usual(9), null)
                        .measurement()
                        .exceeds())
                .isFalse();
    }

    @Test
    void thePatchIsOneThatTheSchemaTakes() {
        String schema = "features: {c: {type: text, unique: {max: 1}}}";
        Score bad = score(schema, "FEATURE_TYPE_HIGH_UNIQUE", Rows.usual(100), null);

        assertThat(bad.finding().patch()).isEqualTo("{features: {c: {unique: {max: 2}}}}");
    }

    @Test
    void aValueThatMustNotBeShownIsNot() {
        String open = "features: {c: {type: text, drift: {l-infinity: 0.1}}}";
        String metric = "drift:COMPARATOR_L_INFTY_HIGH";
        Rows usual = Rows.usual(100);

        assertThat(score(open, metric, Rows.onlyA(), usual).note()).contains("'b'");
        assertThat(score(open.replace("text,", "text, sensitive: true,"), metric, Rows.onlyA(), usual)
                        .note())
                .doesNotContain("'b'");
        var held = new TreeMap<String, RuleCounts.Broken>();
        held.put("text:email c", new RuleCounts.Broken(1, List.of()));
        assertThat(score(open, metric, Rows.onlyA(), usual, new RuleCounts(0, held), Fixtures.reference())
                        .note())
                .doesNotContain("'b'");
    }

    @Test
    void severitiesAreThoseOfTheSettings() {
        DataContract contract = SchemaForm.read(
                "version: 1\nfeatures: {x: {type: float, presence: {min-fraction: 1}}, c: {type: text, unique: {max: 1}}}",
                "test");
        var severities = Map.of(
                AnomalyType.FEATURE_TYPE_HIGH_UNIQUE, Severity.WARNING, AnomalyType.NO_DATA_IN_SPAN, Severity.UNKNOWN);
        var check = WindowSchemaCheck.of(
                new SchemaSettings(contract, null, 30, severities), Fixtures.reference(), true, Fixtures.PROVENANCE);
        Rows rows = Rows.usual(40);

        assertThat(check.assess(Fixtures.observation(rows.x(), rows.c(), new Traffic(40, 0, 0, 1, RuleCounts.NONE))))
                .extracting(Score::metric, score -> score.finding().severity())
                .contains(
                        tuple("FEATURE_TYPE_HIGH_UNIQUE", Severity.WARNING),
                        tuple("FEATURE_TYPE_NOT_PRESENT", Severity.ERROR))
                .noneMatch(score -> score.toList().contains("NO_DATA_IN_SPAN"));
    }

    @Test
    void distancesOfFewRowsSayNothing() {
        String schema = "features: {c: {type: text, drift: {l-infinity: 0.1}}}";

        assertThat(score(schema, "drift:COMPARATOR_L_INFTY_HIGH", Rows.onlyA(), Rows.usual(29))
                        .measurement()
                        .enoughData())
                .isFalse();
    }

    @Test
    void anEmptyWindowIsNoNewsWhereTrainingHadOne() {
        Score empty = score(
                "features: {x: {type: float}}",
                "NO_DATA_IN_SPAN",
                Rows.usual(0),
                null,
                RuleCounts.NONE,
                Reference.of(withAnEmptyHour(), Source.FEATURES, WindowSpec.tumbling(Duration.ofHours(1))));

        assertThat(empty.measurement().enoughData()).isFalse();
    }

    @Test
    void slicesAreNotAskedWhetherTheyHaveAllEvents() {
        String schema = "dataset: {examples: {min: 50}}\nfeatures: {c: {type: text, unique: {min: 1, max: 2}}}";
        Rows rows = Rows.usual(10);
        var slice = new Observation(
                new Subject("m", "1", Source.FEATURES, "s"), window(), rows.profiles(), null, List.of());

        assertThat(check(schema, Fixtures.reference()).assess(slice))
                .extracting(Score::metric)
                .containsExactly("FEATURE_TYPE_HIGH_UNIQUE");
    }

    @Test
    void onlyComparatorsWithTheWindowBeforeLookBack() {
        assertThat(check("features: {x: {type: float, skew: {jensen-shannon: 0.1}}}", Fixtures.reference())
                        .looksBack())
                .isFalse();
        assertThat(check("features: {x: {type: float, drift: {jensen-shannon: 0.1}}}", Fixtures.reference())
                        .looksBack())
                .isTrue();
    }

    private static Baseline withAnEmptyHour() {
        Baseline full = Fixtures.baseline(0, 4);
        var windows = new ArrayList<>(full.windows(Source.FEATURES));
        List<Profile> nothing = List.of(Fixtures.numbers(0, 0), Fixtures.letters(0));
        windows.add(new ReferenceWindow(Source.FEATURES, 4 * Fixtures.HOUR, 5 * Fixtures.HOUR, nothing, 0));
        return Baseline.of("m", "1", full.windowSize(), full.features(Source.FEATURES), windows);
    }

    private static Score score(String schema, String metric, Rows now, @Nullable Rows before) {
        return score(schema, metric, now, before, RuleCounts.NONE, Fixtures.reference());
    }

    private static Score score(
            String schema, String metric, Rows now, @Nullable Rows before, RuleCounts rules, Reference reference) {
        long rows = now.x().count();
        var observation = new Observation(
                Fixtures.SUBJECT,
                window(),
                now.profiles(),
                new Traffic(rows, 0, 0, rows == 0 ? Traffic.NEVER : 1, rules),
                List.of(),
                rules,
                before == null ? null : before.profiles());
        return check(schema, reference).assess(observation).stream()
                .filter(score -> score.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static WindowSchemaCheck check(String schema, Reference reference) {
        return check(schema, reference, SERVING);
    }

    private static WindowSchemaCheck check(String schema, Reference reference, @Nullable String environment) {
        DataContract contract = SchemaForm.read("version: 1\nenvironments: [TRAINING, SERVING]\n" + schema, "test");
        return WindowSchemaCheck.of(
                new SchemaSettings(contract, environment, 30), reference, true, Fixtures.PROVENANCE);
    }

    private static Window window() {
        return new Window(0, Fixtures.HOUR);
    }
}
