package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.schemas.baseline.AgeBaseline;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A quarter of an hour is allowed. */
class FreshnessCheckTest {
    private static final double MINUTE = 60;
    private static final List<FeatureBaseline> FEATURES = List.of(
            new FeatureBaseline(
                    new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC),
                    Fixtures.GRID,
                    Fixtures.GRID.newProfile()),
            new FeatureBaseline(
                    new AgeField("x", "x_at").schema(Source.FEATURES), AgeField.GRID, AgeField.GRID.newProfile()));

    private static List<Score> scores(NumericProfile ages) {
        return scores(check("x", Duration.ofMinutes(15), baseline(FEATURES)).orElseThrow(), ages);
    }

    private static Baseline baseline(List<FeatureBaseline> features) {
        return Baseline.of("m", "1", Duration.ofHours(1), features, List.of());
    }

    private static Optional<Check> check(String name, @Nullable Duration atMost, Baseline baseline) {
        return FreshnessCheck.of(
                baseline,
                Source.FEATURES,
                WindowSpec.tumbling(Duration.ofHours(1)),
                Map.of(name, new AgeSettings(atMost, Fixtures.BUDGET)),
                Fixtures.PROVENANCE);
    }

    private static List<Score> scores(Check check, NumericProfile ages) {
        return check.assess(new Observation(
                Fixtures.SUBJECT,
                new Window(0, Fixtures.HOUR),
                List.of(Fixtures.numbers(10, 0), ages),
                null,
                List.of()));
    }

    private static NumericProfile ages(int young, int old) {
        NumericProfile ages = AgeField.GRID.newProfile();
        for (int i = 0; i < young; i++) {
            ages.add(3 * MINUTE + i * MINUTE / young);
        }
        for (int i = 0; i < old; i++) {
            ages.add(20 * MINUTE + i);
        }
        return ages;
    }

    @Test
    void moreThanOneOldValueInAHundredIsTooMuch() {
        Score fine = scores(ages(990, 10)).get(0);
        Score stale = scores(ages(989, 11)).get(0);

        assertThat(fine.measurement().exceeds()).isFalse();
        assertThat(stale.measurement().exceeds()).isTrue();
        assertThat(stale.feature()).isEqualTo("x");
        assertThat(stale.check()).isEqualTo("staleness");
        assertThat(stale.measurement().threshold()).isEqualTo(15 * MINUTE);
        assertThat(stale.measurement().n()).isEqualTo(1000);
        assertThat(stale.note()).matches("half are older than \\d+s, 1\\.1 % older than 15m");
    }

    @Test
    void timesOfAfterTheirEventAreNamed() {
        NumericProfile ages = ages(90, 10);
        ages.add(-5);

        assertThat(scores(ages).get(0).note()).endsWith("; 1 are of after their event");
    }

    @Test
    void fewValuesGiveNoVerdictAndNoneNoScore() {
        NumericProfile none = AgeField.GRID.newProfile();
        none.addMissing();

        assertThat(scores(ages(0, 29)).get(0).measurement().enoughData()).isFalse();
        assertThat(scores(ages(0, 30)).get(0).measurement().exceeds()).isTrue();
        assertThat(scores(none)).isEmpty();
    }

    @Test
    void nobodyIsToldWhatNobodyAsks() {
        assertThat(check("y", Duration.ofHours(1), baseline(FEATURES))).isEmpty();
        assertThat(check("x", Duration.ofHours(1), baseline(FEATURES.subList(0, 1))))
                .isEmpty();
    }

    /** @param minutes the ages of each window: from none to so many */
    private static Baseline trained(double... minutes) {
        var windows = new ArrayList<ReferenceWindow>();
        var ages = new ArrayList<Profile>();
        NumericProfile total = AgeField.GRID.newProfile();
        for (int hour = 0; hour < minutes.length; hour++) {
            NumericProfile window = AgeField.GRID.newProfile();
            for (int i = 1; i <= 100; i++) {
                window.add(minutes[hour] * MINUTE * i / 100);
            }
            ages.add(window);
            total.mergeFrom(window);
            windows.add(new ReferenceWindow(
                    Source.FEATURES,
                    hour * Fixtures.HOUR,
                    (hour + 1) * Fixtures.HOUR,
                    List.of(Fixtures.numbers(100, 0), AgeField.GRID.newProfile()),
                    100));
        }
        return Baseline.of("m", "1", Duration.ofHours(1), FEATURES, windows)
                .withAges(List.of(new AgeBaseline(Source.FEATURES, "x", total, ages)));
    }

    @Test
    void theLargestQuantilesOfTheTrainingsWindowsAndAHalfMoreAreUsual() {
        Check learned = check("x", null, trained(10, 10, 20, 10, 10, 10)).orElseThrow();

        List<Score> calm = scores(learned, ages(60, 40));
        assertThat(calm).extracting(Score::metric).containsExactly("age-p50-seconds", "age-p99-seconds");
        assertThat(calm).extracting(score -> score.measurement().exceeds()).containsExactly(false, false);
        assertThat(calm.get(0).measurement().threshold()).isCloseTo(1.5 * 10 * MINUTE, within(1.5 * MINUTE));
        assertThat(calm.get(1).measurement().threshold()).isCloseTo(1.5 * 20 * MINUTE, within(1.5 * MINUTE));
        assertThat(calm.get(1).measurement().nReference()).isEqualTo(600);

        List<Score> old = scores(learned, ages(10, 90));
        assertThat(old).extracting(score -> score.measurement().exceeds()).containsExactly(true, false);
        assertThat(old.get(0).note())
                .matches("half are older than .*, one in a hundred than .*; at training .* and .*");
    }

    @Test
    void ofABaselineThatDoesNotKnowAgesNothingIsLearnt() {
        Check unknown = check("x", null, trained(10, 10, 10, 10)).orElseThrow();

        assertThat(scores(unknown, ages(0, 100)))
                .hasSize(2)
                .allMatch(score -> !score.measurement().enoughData());
    }
}
