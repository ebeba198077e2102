package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Four weeks of hours: about 1000 events by day, about 40 at night. */
class VolumeCheckTest {
    private static final int WEEK = 7 * 24;
    private static final StabilitySettings SETTINGS = new StabilitySettings(feature -> true, 2.0, Fixtures.BUDGET, 30);

    private final Reference reference =
            Reference.of(baseline(4 * WEEK), Source.FEATURES, WindowSpec.tumbling(Duration.ofHours(1)));

    private static long usual(int hour, Random random) {
        double mean = hour % 24 < 6 ? 40 : 1000;
        return Math.round(mean * Math.exp(0.1 * random.nextGaussian()));
    }

    private static Baseline baseline(int hours) {
        var random = new Random(5);
        var windows = new ArrayList<ReferenceWindow>();
        List<Profile> none = List.of(Fixtures.GRID.newProfile());
        for (int hour = 0; hour < hours; hour++) {
            windows.add(new ReferenceWindow(
                    Source.FEATURES, hour * Fixtures.HOUR, (hour + 1) * Fixtures.HOUR, none, usual(hour, random)));
        }
        var x = new FeatureBaseline(
                new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC), Fixtures.GRID, Fixtures.numbers(100, 0));
        return Baseline.of("m", "1", Duration.ofHours(1), List.of(x), windows);
    }

    private static Score score(Reference reference, long hour, long events) {
        var window = new Window(hour * Fixtures.HOUR, (hour + 1) * Fixtures.HOUR);
        var observation = new Observation(
                Fixtures.SUBJECT,
                window,
                List.of(Fixtures.GRID.newProfile()),
                new Traffic(events, 0, 0, events == 0 ? Traffic.NEVER : window.startMs()),
                List.of());
        return VolumeCheck.of(reference, 2.0, SETTINGS, Fixtures.PROVENANCE)
                .assess(observation)
                .get(0);
    }

    @Test
    void halfAndDoubleOfTheHoursVolumeFire() {
        for (long events : new long[] {0, 10, 400, 2500}) {
            Score off = score(reference, 10 * WEEK + 12, events);
            assertThat(off.measurement().exceeds()).isTrue();
            assertThat(off.measurement().pValue()).isLessThan(1e-6);
            assertThat(off.note()).startsWith(events + " events where about ");
        }
        assertThat(score(reference, 10 * WEEK + 3, 1000).measurement().exceeds())
                .isTrue();
    }

    @Test
    void theUsualVolumeOfTheHourIsSilent() {
        var random = new Random(6);
        for (int hour = 0; hour < WEEK; hour++) {
            assertThat(score(reference, 30 * WEEK + hour, usual(hour, random))
                            .measurement()
                            .exceeds())
                    .isFalse();
        }
        assertThat(score(reference, 10 * WEEK + 12, 600).measurement().exceeds())
                .isFalse();
    }

    /** With no floor to speak of the budget alone holds: one alarm in 720 windows. */
    @Test
    void chanceStaysInItsBudget() {
        Measurement first = score(reference, 10 * WEEK, 1).measurement();
        var random = new Random(7);
        int beyond = 0;
        int windows = 20 * WEEK;
        for (int hour = 0; hour < windows; hour++) {
            Measurement m =
                    score(reference, 20L * WEEK + hour, usual(hour, random)).measurement();
            beyond += m.value() > m.nullQuantile() ? 1 : 0;
        }

        assertThat(first.level()).isEqualTo(1 / 720.0);
        assertThat(beyond).isLessThanOrEqualTo(3 * windows / 720);
    }

    @Test
    void anHourThatTrainingSawOnceGivesNoVerdict() {
        Reference oneWeek = Reference.of(baseline(WEEK), Source.FEATURES, WindowSpec.tumbling(Duration.ofHours(1)));

        assertThat(score(oneWeek, 10 * WEEK + 12, 0).measurement().enoughData()).isFalse();
    }

    @Test
    void aSliceHasNoVolumeOfItsOwn() {
        var slice = new Observation(
                new Subject("m", "1", Source.FEATURES, "s"),
                new Window(0, Fixtures.HOUR),
                List.of(Fixtures.GRID.newProfile()),
                null,
                List.of());

        assertThat(VolumeCheck.of(reference, 2.0, SETTINGS, Fixtures.PROVENANCE).assess(slice))
                .isEmpty();
    }
}
