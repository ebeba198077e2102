package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.profile.NumericProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The training data end at 4:00; a day is allowed; the window is from 100:00 to 101:00, with events in its middle. */
class BaselineBehindCheckTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static Optional<Check> check(@Nullable Duration limit) {
        AgeField field = new AgeField(BaselineBehindCheck.TRAINED, "trained_at");
        Baseline baseline = Fixtures.baseline(0, 4)
                .withUntrained(List.of(
                        new FeatureBaseline(field.schema(Source.FEATURES), AgeField.GRID, AgeField.GRID.newProfile())));
        return BaselineBehindCheck.of(baseline, Source.FEATURES, limit, Fixtures.PROVENANCE);
    }

    private static List<Score> scores(int rows, long trainedHour) {
        NumericProfile ages = AgeField.GRID.newProfile();
        for (int i = 0; i < rows; i++) {
            ages.add(Duration.ofHours(100 - trainedHour).plusMinutes(30).toSeconds());
        }
        return scores(rows, ages);
    }

    private static List<Score> scores(int rows, NumericProfile ages) {
        return check(DAY)
                .orElseThrow()
                .assess(new Observation(
                        new Subject("m", "2", Source.FEATURES, Subject.ALL),
                        new Window(100 * Fixtures.HOUR, 101 * Fixtures.HOUR),
                        List.of(Fixtures.numbers(rows, 0), Fixtures.letters(rows), ages),
                        null,
                        List.of()));
    }

    @Test
    void aModelOfTheSameTrainingIsFine() {
        Score score = scores(100, 4).get(0);

        assertThat(score.measurement().value()).isZero();
        assertThat(score.measurement().exceeds()).isFalse();
    }

    @Test
    void aBaselineOfAnOlderTrainingIsTold() {
        Score score = scores(100, 40).get(0);

        assertThat(score.subject().version()).isEqualTo("2");
        assertThat(score.measurement().value())
                .isEqualTo(Duration.ofMinutes(35 * 60 + 30).toSeconds());
        assertThat(score.measurement().exceeds()).isTrue();
        assertThat(score.note())
                .isEqualTo("the training data of the baseline end at 1970-01-01T04:00:00Z,"
                        + " the model was trained at 1970-01-02T15:30:00Z or later");
    }

    @Test
    void anEventInAHundredMaySayOtherwise() {
        NumericProfile ages = AgeField.GRID.newProfile();
        for (int i = 0; i < 200; i++) {
            ages.add(i == 0 ? -1e9 : Duration.ofHours(96).plusMinutes(30).toSeconds());
        }

        assertThat(scores(200, ages).get(0).measurement().value()).isZero();
    }

    @Test
    void fewEventsGiveNoVerdictAndNoneNoScore() {
        assertThat(scores(29, 40).get(0).measurement().enoughData()).isFalse();
        assertThat(scores(0, 40)).isEmpty();
    }

    @Test
    void nobodyIsToldWhatNobodyAsks() {
        assertThat(check(null)).isEmpty();
        assertThat(BaselineBehindCheck.of(Fixtures.baseline(0, 4), Source.FEATURES, DAY, Fixtures.PROVENANCE))
                .isEmpty();
    }
}
