package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.yaml.Problem;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineFitTest {
    private final FeatureBaseline miles = feature("miles", FeatureType.NUMERIC, Grid.of(0, 1, 2));
    private final FeatureBaseline company =
            feature("company", FeatureType.CATEGORICAL, Vocabulary.of(List.of("a", "b")));

    @Test
    void nothingIsWrongWhenItFits() {
        assertThat(problems("fraud", """
                checks: { features: { miles: { drift: { metric: ks, floor: 0.1 } } } }
                """)).isEmpty();
    }

    @Test
    void baselineOfAnotherModelIsAProblem() {
        assertThat(problems("tips", "")).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("models.fraud.baseline");
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.message()).isEqualTo("this is the baseline of model tips, not of fraud");
        });
    }

    @Test
    void ownMetricMustBeDefinedForTheFeature() {
        assertThat(problems("fraud", """
                checks:
                  features:
                    miles: { drift: { metric: l-infinity, floor: 0.1 } }
                    company: { drift: { metric: l-infinity, floor: 0.1 } }
                """)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("models.fraud.checks.features.miles.drift.metric");
            assertThat(problem.line()).isEqualTo(13);
            assertThat(problem.message()).isEqualTo("l-infinity is not defined for the numeric feature miles");
        });
    }

    @Test
    void anEProcessIsForEveryFeature() {
        assertThat(problems("fraud", """
                checks:
                  features:
                    miles: { drift: { metric: e-process, floor: 0.1 } }
                    company: { drift: { metric: e-process, floor: 0.1 } }
                """)).isEmpty();
    }

    @Test
    void metricOfTheModelGivesWay() {
        assertThat(problems("fraud", """
                checks:
                  drift: { metric: l-infinity, floor: 0.1 }
                  features: { miles: { drift: { floor: 0.2 } } }
                """)).isEmpty();
    }

    @Test
    void unknownFeaturesAreProblemsWithASuggestion() {
        String lines = "checks: { features: { mile: { quality: { missing: 1 } } } }";
        String excluding = Fixtures.minimal() + "      exclude: [ compnay ]\n";

        assertThat(problems("fraud", lines))
                .extracting(Problem::message)
                .containsExactly("the baseline has no feature \"mile\"; did you mean \"miles\"?");
        assertThat(fit("fraud", excluding))
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactly("11 the baseline has no feature \"compnay\"; did you mean \"company\"?");
    }

    @Test
    void aSourceOfTooManyFeaturesIsAProblem() {
        ConfigFile file = ConfigFile.parse("test.yaml", Fixtures.minimal(), Fixtures.DIRECTORY, name -> null);
        List<FeatureBaseline> many = IntStream.rangeClosed(0, BaselineFit.MOST_FEATURES)
                .mapToObj(i -> feature("f" + i, FeatureType.NUMERIC, miles.layout()))
                .toList();
        Baseline baseline = Baseline.of("fraud", "1", Duration.ofHours(1), many, List.of());

        assertThat(BaselineFit.problems(file, file.config().models().get(0), baseline))
                .extracting(Problem::message)
                .containsExactly("expected at most 20000 features in a source, got 20001");
    }

    @Test
    void silenceIsNotLearntFromABaselineWithoutTimes() {
        assertThat(problems("fraud", "checks: { staleness: { topic: learned, label: learned } }"))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("models.fraud.checks.staleness.topic")
                .contains("the baseline has no event times of features to learn from");
    }

    @Test
    void agesAreNotLearntFromABaselineThatDoesNotKnowThem() {
        String config = Fixtures.withModelLines("checks: { staleness: { feature: learned } }")
                .replaceFirst("(?m)^( *)topic: fraud.features", "$1topic: fraud.features\n$1ages: { miles: miles_at }");

        assertThat(fit("fraud", config))
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("models.fraud.checks.staleness.feature")
                .contains("the baseline does not know how old miles of features was: build it with --age");
    }

    private List<Problem> problems(String model, String lines) {
        return fit(model, Fixtures.withModelLines(lines));
    }

    private List<Problem> fit(String model, String text) {
        ConfigFile file = ConfigFile.parse("test.yaml", text, Fixtures.DIRECTORY, name -> null);
        Baseline baseline = Baseline.of(model, "1", Duration.ofHours(1), List.of(miles, company), List.of());
        return BaselineFit.problems(file, file.config().models().get(0), baseline);
    }

    private static FeatureBaseline feature(String name, FeatureType type, Layout layout) {
        return new FeatureBaseline(new FeatureSchema(name, Source.FEATURES, type), layout, layout.newProfile());
    }
}
