package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SequentialDriftCheckTest {
    private static final Profile LETTERS = Fixtures.letters(100);
    private static final WindowSpec HOURS = WindowSpec.tumbling(Duration.ofHours(1));

    private static DriftSettings settings(String metric) {
        return new DriftSettings(metric, 0.05, Fixtures.BUDGET, 30);
    }

    private static CheckSettings checks(String metric, Map<String, DriftSettings> byFeature) {
        return new CheckSettings(settings(metric), byFeature, null, Map.of(), Map.of());
    }

    private static @Nullable SequentialDriftCheck check(CheckSettings settings, WindowSpec windows) {
        return Checks.sequential(settings, Fixtures.baseline(0, 480), Source.FEATURES, windows, "config");
    }

    private static SequentialDriftCheck check() {
        SequentialDriftCheck check = check(checks("e-process", Map.of()), HOURS);
        assertThat(check).isNotNull();
        return check;
    }

    /** 19 instead of 25 rows in the first of four bins, 31 in the last: nothing for a window of 100 rows alone. */
    private static Profile shifted() {
        NumericProfile profile = Fixtures.GRID.newProfile();
        for (int i = 0; i < 100; i++) {
            profile.add(i < 19 ? 0.5 : i < 44 ? 1.5 : i < 69 ? 2.5 : 3.5);
        }
        return profile;
    }

    /** The scores of x over windows of the same content. */
    private static List<Measurement> over(SequentialDriftCheck check, Profile x, int windows) {
        Map<String, byte[]> memory = Map.of();
        var measured = new ArrayList<Measurement>();
        for (int i = 0; i < windows; i++) {
            SequentialDriftCheck.Assessed assessed = check.assess(Fixtures.observation(x, LETTERS), memory);
            memory = assessed.memory();
            measured.add(assessed.scores().get(0).measurement());
        }
        return measured;
    }

    @Test
    void aSmallDriftThatLastsFiresThoughNoSingleWindowShowsIt() {
        var single = DriftCheck.calibrated(
                Reference.of(Fixtures.baseline(0, 480), Source.FEATURES, HOURS),
                feature -> new DriftSettings(null, 0, Fixtures.BUDGET, 30),
                Fixtures.PROVENANCE,
                new Calibrations());
        assertThat(single.assess(Fixtures.observation(shifted(), LETTERS))
                        .get(0)
                        .measurement()
                        .exceeds())
                .isFalse();

        List<Measurement> measured = over(check(), shifted(), 30);

        assertThat(measured.get(0).exceeds()).isFalse();
        assertThat(measured.get(29).exceeds()).isTrue();
        assertThat(measured.get(29).pValue()).isLessThan(1 / 720.0);
    }

    @Test
    void aSteadyStreamStaysSilent() {
        assertThat(over(check(), Fixtures.numbers(100, 0), 300)).noneMatch(Measurement::exceeds);
    }

    @Test
    void theSameMemoryAndWindowGiveTheSameScores() {
        SequentialDriftCheck check = check();
        Observation window = Fixtures.observation(shifted(), LETTERS);
        Map<String, byte[]> memory = check.assess(window, Map.of()).memory();

        assertThat(check.assess(window, memory).scores())
                .isEqualTo(check().assess(window, memory).scores());
        assertThat(memory).containsKey("x");
    }

    @Test
    void windowsBelowTheMinimumGetNoVerdictButCount() {
        Profile few = Fixtures.GRID.newProfile();
        for (int i = 0; i < 20; i++) {
            ((NumericProfile) few).add(3.5);
        }
        List<Measurement> measured = over(check(), few, 2);

        assertThat(measured).noneMatch(Measurement::enoughData);
        assertThat(measured.get(1).value()).isGreaterThan(measured.get(0).value());
    }

    @Test
    void aWindowWithoutRowsChangesNothing() {
        SequentialDriftCheck check = check();
        Map<String, byte[]> memory =
                check.assess(Fixtures.observation(shifted(), LETTERS), Map.of()).memory();
        SequentialDriftCheck.Assessed empty =
                check.assess(Fixtures.observation(Fixtures.numbers(0, 0), Fixtures.letters(0)), memory);

        assertThat(empty.memory().get("x")).isEqualTo(memory.get("x"));
        assertThat(empty.scores()).noneMatch(score -> score.measurement().enoughData());
    }

    @Test
    void eachFeatureHasTheCheckThatItsMetricAsksFor() {
        CheckSettings mixed = checks("js-divergence", Map.of("c", settings("e-process")));
        SequentialDriftCheck sequential = check(mixed, HOURS);

        assertThat(sequential).isNotNull();
        assertThat(sequential.features()).containsExactly("c");
        assertThat(Checks.of(
                                mixed,
                                Fixtures.baseline(0, 48),
                                Source.FEATURES,
                                HOURS,
                                true,
                                true,
                                List.of(),
                                "config",
                                new Calibrations())
                        .get(0)
                        .assess(Fixtures.observation(Fixtures.numbers(100, 0), LETTERS)))
                .extracting(Score::feature)
                .containsExactly("x");
        assertThat(check(checks("js-divergence", Map.of()), HOURS)).isNull();
    }

    @Test
    void windowsThatOverlapAreRefused() {
        var overlapping = new WindowSpec(Duration.ofHours(2), Duration.ofHours(1), null);

        assertThatThrownBy(() -> check(checks("e-process", Map.of()), overlapping))
                .hasMessage("e-process counts each event once, and windows 2h/1h overlap");
        assertThat(check(checks("js-divergence", Map.of()), overlapping)).isNull();
    }
}
