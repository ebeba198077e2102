package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QualityCheckTest {
    private static final QualitySettings EVERYTHING = new QualitySettings(
            Map.of(
                    QualityMetric.MISSING, 0.05,
                    QualityMetric.MISTYPED, 0.05,
                    QualityMetric.NOT_FINITE, 0.05,
                    QualityMetric.OUT_OF_RANGE, 0.05,
                    QualityMetric.UNSEEN, 0.05),
            0.01,
            Fixtures.BUDGET,
            30);

    private static List<Score> scores(
            QualitySettings settings, NumericProfile x, CategoricalProfile c, @Nullable Traffic traffic) {
        return new QualityCheck(Fixtures.reference(), settings, feature -> settings, Fixtures.PROVENANCE)
                .assess(Fixtures.observation(x, c, traffic));
    }

    private static Score score(List<Score> scores, String metric) {
        return scores.stream()
                .filter(score -> score.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble("missing-share", NumericProfile::addMissing),
                trouble("mistyped-share", NumericProfile::addMistyped),
                trouble("not-finite-share", x -> x.add(Double.NaN)),
                trouble("not-finite-share", x -> x.add(Double.POSITIVE_INFINITY)),
                trouble("not-finite-share", x -> x.add(Double.NEGATIVE_INFINITY)),
                trouble("out-of-range-share", x -> x.add(-1)),
                trouble("out-of-range-share", x -> x.add(99)));
    }

    private static Arguments trouble(String metric, Consumer<NumericProfile> row) {
        return Arguments.of(metric, row);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aShareExceedsOnlyBeyondWhatIsTolerated(String metric, Consumer<NumericProfile> row) {
        NumericProfile little = Fixtures.numbers(97, 0);
        NumericProfile much = Fixtures.numbers(80, 0);
        for (int i = 0; i < 20; i++) {
            row.accept(much);
            if (i < 3) {
                row.accept(little);
            }
        }

        Score quiet = score(scores(EVERYTHING, little, Fixtures.letters(100), null), metric);
        Score loud = score(scores(EVERYTHING, much, Fixtures.letters(100), null), metric);
        assertThat(quiet.measurement().value()).isEqualTo(0.03);
        assertThat(quiet.measurement().exceeds()).isFalse();
        assertThat(loud.measurement().value()).isEqualTo(0.2);
        assertThat(loud.measurement().exceeds()).isTrue();
        assertThat(loud.measurement().pValue()).isLessThan(1e-9);
    }

    @Test
    void unseenValuesExceed() {
        CategoricalProfile c = Fixtures.letters(80);
        for (int i = 0; i < 20; i++) {
            c.add("z" + i);
        }

        assertThat(score(scores(EVERYTHING, Fixtures.numbers(100, 0), c, null), "unseen-share")
                        .measurement()
                        .exceeds())
                .isTrue();
    }

    @Test
    void onlyMetricsThatFitTheTypeAndAreConfiguredAreAsked() {
        var onlyUnseen = new QualitySettings(Map.of(QualityMetric.UNSEEN, 0.0), 0.01, Fixtures.BUDGET, 30);

        assertThat(scores(onlyUnseen, Fixtures.numbers(9, 0), Fixtures.letters(9), null))
                .extracting(Score::metric, Score::feature)
                .containsExactly(tuple("unseen-share", "c"));
        assertThat(scores(EVERYTHING, Fixtures.numbers(9, 0), Fixtures.letters(9), null))
                .hasSize(7);
    }

    /** In a night with forty events one odd value is 2.5 %, but no alarm even where nothing is tolerated. */
    @Test
    void chanceIsAllowedForInSmallWindows() {
        var nothing = new QualitySettings(Map.of(QualityMetric.MISSING, 0.0), 0.01, Fixtures.BUDGET, 30);
        NumericProfile x = Fixtures.numbers(39, 0);
        x.addMissing();

        Measurement m = scores(nothing, x, Fixtures.letters(40), null).get(0).measurement();
        assertThat(m.value()).isGreaterThan(m.floor());
        assertThat(m.exceeds()).isFalse();
    }

    @Test
    void rejectedRecordsAreHeldAgainstTheirLimitForTheSourceAsAWhole() {
        Score bad = score(
                scores(EVERYTHING, Fixtures.numbers(98, 0), Fixtures.letters(98), new Traffic(98, 1000, 2, 0)),
                "rejected-share");

        assertThat(bad.feature()).isNull();
        assertThat(bad.measurement().value()).isEqualTo(0.02);
        assertThat(bad.measurement().exceeds()).isTrue();
        assertThat(bad.measurement().level()).isNull();
    }

    @Test
    void aSourceThatOnlyRejectsIsMeasuredToo() {
        Score bad = score(
                scores(EVERYTHING, Fixtures.numbers(0, 0), Fixtures.letters(0), new Traffic(0, 0, 50, Traffic.NEVER)),
                "rejected-share");

        assertThat(bad.measurement().value()).isEqualTo(1);
        assertThat(bad.measurement().exceeds()).isTrue();
    }

    @Test
    void anEmptyWindowIsNoGroundForAVerdict() {
        assertThat(scores(EVERYTHING, Fixtures.numbers(0, 0), Fixtures.letters(0), new Traffic(0, 0, 0, 0)))
                .hasSize(8)
                .allSatisfy(
                        score -> assertThat(score.measurement().enoughData()).isFalse());
    }
}
