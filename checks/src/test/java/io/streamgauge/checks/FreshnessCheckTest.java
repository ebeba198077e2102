package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.profile.NumericProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        Check check = FreshnessCheck.of(FEATURES, Map.of("x", Duration.ofMinutes(15)), Fixtures.PROVENANCE)
                .orElseThrow();
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
        assertThat(FreshnessCheck.of(FEATURES, Map.of("y", Duration.ofHours(1)), Fixtures.PROVENANCE))
                .isEmpty();
        assertThat(FreshnessCheck.of(FEATURES.subList(0, 1), Map.of("x", Duration.ofHours(1)), Fixtures.PROVENANCE))
                .isEmpty();
    }
}
