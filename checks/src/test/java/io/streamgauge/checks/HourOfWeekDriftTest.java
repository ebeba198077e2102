package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drift of a number that is two standard deviations larger by day than by night, and wanders a little from day to day. */
class HourOfWeekDriftTest {
    private static final int WEEK = 7 * 24;
    private static final int ROWS = 200;
    private static final int NOON = 12;
    private static final Grid GRID =
            Grid.of(IntStream.rangeClosed(0, 40).mapToDouble(i -> -3 + 0.2 * i).toArray());
    private static final WindowSpec HOURLY = WindowSpec.tumbling(Duration.ofHours(1));

    private final Baseline baseline = baseline(5);
    private final DriftCheck byHour = check(baseline, true);
    private final DriftCheck byAll = check(baseline, false);

    private static DriftCheck check(Baseline baseline, boolean byHourOfWeek) {
        var settings = new DriftSettings(null, 0.2, Fixtures.BUDGET, 30, byHourOfWeek);
        return DriftCheck.calibrated(
                Reference.of(baseline, Source.FEATURES, HOURLY),
                feature -> settings,
                Fixtures.PROVENANCE,
                new Calibrations());
    }

    private static double usual(int hour) {
        return hour % 24 < 8 ? 0 : 2;
    }

    private static NumericProfile window(double mean, Random random) {
        NumericProfile profile = GRID.newProfile();
        double today = mean + 0.1 * random.nextGaussian();
        for (int i = 0; i < ROWS; i++) {
            profile.add(today + random.nextGaussian());
        }
        return profile;
    }

    private static Baseline baseline(int weeks) {
        var random = new Random(11);
        var windows = new ArrayList<ReferenceWindow>();
        Profile total = GRID.newProfile();
        for (int hour = 0; hour < weeks * WEEK; hour++) {
            NumericProfile profile = window(usual(hour), random);
            total.mergeFrom(profile);
            windows.add(new ReferenceWindow(
                    Source.FEATURES, hour * Fixtures.HOUR, (hour + 1) * Fixtures.HOUR, List.of(profile), ROWS));
        }
        var x = new FeatureBaseline(new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC), GRID, total);
        return Baseline.of("m", "1", Duration.ofHours(1), List.of(x), windows);
    }

    private static Score score(DriftCheck check, int hour, Profile profile) {
        var window = new Window(hour * Fixtures.HOUR, (hour + 1) * Fixtures.HOUR);
        var observation = new Observation(Fixtures.SUBJECT, window, List.of(profile), null, List.of());
        return check.assess(observation).get(0);
    }

    @Test
    void theDaysValuesAtNightFireByTheHourAndAreSilentByAllHours() {
        NumericProfile day = window(2, new Random(12));

        Score found = score(byHour, 20 * WEEK + 3, day);

        assertThat(found.measurement().exceeds()).isTrue();
        assertThat(found.measurement().pValue()).isLessThan(1e-6);
        assertThat(found.measurement().nReference()).isEqualTo(5 * ROWS);
        assertThat(found.convention()).endsWith(",reference=hour-of-week");
        assertThat(found.contributors()).isNotEmpty();
        assertThat(score(byAll, 20 * WEEK + 3, day).measurement().exceeds()).isFalse();
        assertThat(score(byHour, 20 * WEEK + NOON, day).measurement().exceeds()).isFalse();
    }

    @Test
    void aShiftThatIsSmallBesideTheRhythmIsFoundByTheHourOnly() {
        NumericProfile shifted = window(usual(NOON) + 0.8, new Random(13));

        assertThat(score(byHour, 20 * WEEK + NOON, shifted).measurement().exceeds())
                .isTrue();
        assertThat(score(byAll, 20 * WEEK + NOON, shifted).measurement().exceeds())
                .isFalse();
    }

    /** The budget is one false alarm in 720 windows; the floor is left aside. */
    @Test
    void windowsLikeThoseOfTheirHourStaySilent() {
        var random = new Random(14);
        int beyond = 0;
        for (int hour = 0; hour < 10 * WEEK; hour++) {
            Measurement m =
                    score(byHour, 20 * WEEK + hour, window(usual(hour), random)).measurement();
            beyond += m.value() > m.nullQuantile() ? 1 : 0;
        }
        assertThat(beyond).isLessThan(10); // 2.3 by the budget
    }

    @Test
    void anHourThatTrainingSawOnceIsComparedWithAllOfIt() {
        Baseline oneWeek = baseline(1);
        NumericProfile day = window(2, new Random(15));

        assertThat(score(check(oneWeek, true), 20 * WEEK + 3, day))
                .isEqualTo(score(check(oneWeek, false), 20 * WEEK + 3, day));
    }
}
