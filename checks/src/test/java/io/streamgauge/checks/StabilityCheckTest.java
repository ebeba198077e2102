package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityCheckTest {
    private static final StabilitySettings SETTINGS = new StabilitySettings(feature -> true, null, Fixtures.BUDGET, 30);

    private static NumericProfile always(double value, int rows) {
        NumericProfile x = Fixtures.GRID.newProfile();
        for (int i = 0; i < rows; i++) {
            x.add(value);
        }
        return x;
    }

    private static CategoricalProfile always(String value, int rows) {
        CategoricalProfile c = Fixtures.LETTERS.newProfile();
        for (int i = 0; i < rows; i++) {
            c.add(value);
        }
        return c;
    }

    private static Measurement measured(String metric, String feature, NumericProfile x, CategoricalProfile c) {
        return measured(Fixtures.reference(), SETTINGS, metric, feature, x, c);
    }

    private static Measurement measured(
            Reference reference,
            StabilitySettings settings,
            String metric,
            String feature,
            NumericProfile x,
            CategoricalProfile c) {
        return new StabilityCheck(reference, settings, Fixtures.PROVENANCE)
                .assess(Fixtures.observation(x, c)).stream()
                        .filter(score -> score.metric().equals(metric) && feature.equals(score.feature()))
                        .findFirst()
                        .orElseThrow()
                        .measurement();
    }

    @Test
    void aFeatureThatGotStuckFires() {
        assertThat(measured("constant", "x", always(1.5, 100), Fixtures.letters(100))
                        .exceeds())
                .isTrue();
        assertThat(measured("constant", "c", Fixtures.numbers(100, 0), always("b", 100))
                        .exceeds())
                .isTrue();
        assertThat(measured("constant", "c", Fixtures.numbers(100, 0), always("new", 100))
                        .exceeds())
                .isTrue();
    }

    @Test
    void aFeatureThatMovesIsSilent() {
        NumericProfile almost = always(1.5, 99);
        almost.add(1.6);

        assertThat(measured("constant", "x", almost, Fixtures.letters(100)).exceeds())
                .isFalse();
        assertThat(measured("constant", "c", almost, Fixtures.letters(100)).exceeds())
                .isFalse();
    }

    @Test
    void whatIsThereInFewRowsOnlyIsNoGround() {
        assertThat(measured("constant", "x", always(1.5, 29), Fixtures.letters(29))
                        .enoughData())
                .isFalse();
        NumericProfile missing = Fixtures.GRID.newProfile();
        for (int i = 0; i < 100; i++) {
            missing.addMissing();
        }
        assertThat(measured("constant", "x", missing, Fixtures.letters(100)).exceeds())
                .isFalse();
    }

    @Test
    void aFeatureThatTrainingHadConstantForHoursMayBeSo() {
        Baseline usual = Fixtures.baseline(0, 4);
        var windows = new ArrayList<>(usual.windows(Source.FEATURES));
        List<Profile> stuck = List.of(always(1.5, 100), Fixtures.letters(100));
        windows.add(new ReferenceWindow(Source.FEATURES, 4 * Fixtures.HOUR, 5 * Fixtures.HOUR, stuck, 100));
        Baseline baseline = Baseline.of("m", "1", usual.windowSize(), usual.features(Source.FEATURES), windows);
        Reference reference = Reference.of(baseline, Source.FEATURES, WindowSpec.tumbling(Duration.ofHours(1)));

        assertThat(measured(reference, SETTINGS, "constant", "x", always(0.5, 100), always("a", 100))
                        .enoughData())
                .isFalse();
        assertThat(measured(reference, SETTINGS, "constant", "c", always(0.5, 100), always("a", 100))
                        .exceeds())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {2147483647.0, -2147483648.0, 4294967295.0, 0x1p63, -0x1p63, 0x1p64, 3.4028234663852886e38, 1e300
            })
    void aNumberAtALimitOfMachineNumbersFires(double limit) {
        NumericProfile x = Fixtures.numbers(99, 0);
        x.add(limit);

        assertThat(measured("overflow", "x", x, Fixtures.letters(100)).exceeds())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2147483646.0, 65535, -1, 1e30})
    void aLargeNumberIsNoOverflow(double large) {
        NumericProfile x = Fixtures.numbers(99, 0);
        x.add(large);

        assertThat(measured("overflow", "x", x, Fixtures.letters(100)).exceeds())
                .isFalse();
    }

    @Test
    void aFeatureIsNotAskedIfTheSettingsSaySo() {
        var onlyC = new StabilitySettings("c"::equals, null, Fixtures.BUDGET, 30);

        assertThat(new StabilityCheck(Fixtures.reference(), onlyC, Fixtures.PROVENANCE)
                        .assess(Fixtures.observation(Fixtures.numbers(9, 0), Fixtures.letters(9))))
                .extracting(Score::feature)
                .containsOnly("c");
    }
}
