package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.contract.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StalenessCheckTest {
    private static final WindowSpec HOURLY = WindowSpec.tumbling(Duration.ofHours(1));
    private final StalenessCheck check =
            new StalenessCheck(new SilenceLimit.AtMost(Duration.ofMinutes(30)), Fixtures.PROVENANCE);

    private List<Score> scores(@Nullable Traffic traffic) {
        return check.assess(Fixtures.observation(Fixtures.numbers(0, 0), Fixtures.letters(0), traffic));
    }

    private Measurement newest(Duration beforeTheEnd) {
        return scores(new Traffic(5, 0, 0, Fixtures.HOUR - beforeTheEnd.toMillis()))
                .get(0)
                .measurement();
    }

    @Test
    void theAgeOfTheNewestEventIsHeldAgainstTheLimit() {
        assertThat(newest(Duration.ofMinutes(31)).value()).isEqualTo(31 * 60);
        assertThat(newest(Duration.ofMinutes(31)).exceeds()).isTrue();
        assertThat(newest(Duration.ofMinutes(30)).exceeds()).isFalse();
        assertThat(newest(Duration.ofMinutes(30)).threshold()).isEqualTo(1800);
    }

    @Test
    void theMostUnusualGapIsHeldAgainstTheLimit() {
        var quiet = new Quiet(
                Fixtures.HOUR - 1, 60_000, 60_000 + Duration.ofMinutes(31).toMillis());
        Score score = scores(new Traffic(5, 0, 0, Fixtures.HOUR - 1, RuleCounts.NONE, quiet))
                .get(0);

        assertThat(score.measurement().value()).isEqualTo(31 * 60);
        assertThat(score.measurement().exceeds()).isTrue();
        assertThat(score.note()).isEqualTo("no event after 1970-01-01T00:01:00Z, where at most 30m is allowed");
    }

    @Test
    void whereAnySilenceIsUsualThereIsNoVerdict() {
        SilenceLimit once =
                LearnedSilence.of(Training.hours(48, ms -> ms == Training.START.toEpochMilli()), null, Fixtures.BUDGET);
        Score score = new StalenessCheck(once, Fixtures.PROVENANCE)
                .assess(Fixtures.observation(Fixtures.numbers(0, 0), Fixtures.letters(0), new Traffic(0, 0, 0, 0)))
                .get(0);

        assertThat(score.measurement().enoughData()).isFalse();
        assertThat(score.note()).isEqualTo("no event after 1970-01-01T00:00:00Z");
    }

    @Test
    void anEventBehindTheWindowIsNoNegativeAge() {
        assertThat(newest(Duration.ofMinutes(-5)).value()).isZero();
    }

    @Test
    void beforeTheFirstEventNothingIsSilent() {
        assertThat(scores(new Traffic(0, 0, 3, Traffic.NEVER))).isEmpty();
    }

    @Test
    void aPartOfTheSourceIsNotAsked() {
        assertThat(scores(null)).isEmpty();
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThatThrownBy(() -> new SilenceLimit.AtMost(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void silenceIsAskedForInTheSmallestWindowsOfASourceThatHasALimit() {
        var settings = new CheckSettings(null, Map.of(), null, Map.of(), Map.of("features", Duration.ofHours(1)));
        var baseline = Fixtures.baseline(0, 24);

        assertThat(Checks.of(
                        settings,
                        baseline,
                        Source.FEATURES,
                        HOURLY,
                        true,
                        true,
                        List.of(),
                        "config",
                        new Calibrations()))
                .hasSize(1);
        assertThat(Checks.of(
                        settings,
                        baseline,
                        Source.FEATURES,
                        HOURLY,
                        false,
                        true,
                        List.of(),
                        "config",
                        new Calibrations()))
                .isEmpty();
        assertThat(Checks.of(
                        settings, baseline, Source.LABELS, HOURLY, true, true, List.of(), "config", new Calibrations()))
                .isEmpty();
    }

    @Test
    void windowsAreCountedFromTheEpochAndHalfOpen() {
        assertThat(Window.holding(0, 10)).isEqualTo(new Window(0, 10));
        assertThat(Window.holding(10, 10)).isEqualTo(new Window(10, 20));
        assertThat(Window.holding(-1, 10)).isEqualTo(new Window(-10, 0));
        assertThatThrownBy(() -> new Window(5, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
