package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The training data end at the hour 48. */
class ModelAgeCheckTest {
    private static List<Score> scores(
            @Nullable Duration model, @Nullable Double others, long hour, int own, int events) {
        var settings = new StalenessSettings(Map.of(), null, model, others);
        Check check = ModelAgeCheck.of(settings, Fixtures.baseline(0, 48), Fixtures.PROVENANCE)
                .orElseThrow();
        return check.assess(new Observation(
                Fixtures.SUBJECT,
                new Window(hour * Fixtures.HOUR, (hour + 1) * Fixtures.HOUR),
                List.of(Fixtures.numbers(own, 0), Fixtures.letters(own)),
                new Traffic(events, 0, 0, hour * Fixtures.HOUR),
                List.of()));
    }

    @Test
    void aModelIsAsOldAsItsNewestTrainingData() {
        Score fine = scores(Duration.ofHours(24), null, 71, 10, 10).get(0);
        Score old = scores(Duration.ofHours(24), null, 72, 10, 10).get(0);

        assertThat(fine.measurement().exceeds()).isFalse();
        assertThat(old.measurement().exceeds()).isTrue();
        assertThat(old.measurement().value()).isEqualTo(25 * 3600);
        assertThat(old.check()).isEqualTo("staleness");
        assertThat(old.metric()).isEqualTo("training-age-seconds");
        assertThat(old.note()).isEqualTo("the training data of version 1 end at 1970-01-03T00:00:00Z");
    }

    @Test
    void eventsOfOtherVersionsSayThatTheBaselineIsNotTheirs() {
        Score few = scores(null, 0.2, 72, 80, 100).get(0);
        Score many = scores(null, 0.2, 72, 79, 100).get(0);

        assertThat(few.measurement().exceeds()).isFalse();
        assertThat(many.measurement().exceeds()).isTrue();
        assertThat(many.metric()).isEqualTo("other-version-share");
        assertThat(many.note()).isEqualTo("21 of 100 events are not of version 1, whose baseline this is");
    }

    @Test
    void aWindowWithoutEventsSaysNothingOfTheModelInUse() {
        assertThat(scores(Duration.ofHours(1), 0.2, 90, 0, 0)).isEmpty();
    }

    @Test
    void nobodyIsToldWhatNobodyAsks() {
        var nothing = new StalenessSettings(Map.of(), null, null, null);
        var age = new StalenessSettings(Map.of(), null, Duration.ofDays(30), null);

        assertThat(ModelAgeCheck.of(nothing, Fixtures.baseline(0, 48), Fixtures.PROVENANCE))
                .isEmpty();
        assertThat(ModelAgeCheck.of(age, Training.baseline(List.of()), Fixtures.PROVENANCE))
                .as("a baseline without event times has no age")
                .isEmpty();
    }
}
