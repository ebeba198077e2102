package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code x} is in four bins equally often, {@code c} is a or b. */
class EntropyCheckTest {
    private final EntropyCheck check = EntropyCheck.calibrated(
            Fixtures.reference(),
            new EntropySettings(0.5, Fixtures.BUDGET, 30),
            Fixtures.PROVENANCE,
            new Calibrations());

    private List<Score> scores(NumericProfile x, CategoricalProfile c) {
        return check.assess(Fixtures.observation(x, c));
    }

    private static NumericProfile always(double value) {
        NumericProfile profile = Fixtures.GRID.newProfile();
        for (int i = 0; i < 100; i++) {
            profile.add(value);
        }
        return profile;
    }

    private static CategoricalProfile mostly(String letter, String other) {
        CategoricalProfile profile = Fixtures.LETTERS.newProfile();
        for (int i = 0; i < 100; i++) {
            profile.add(i % 50 == 0 ? other : letter);
        }
        return profile;
    }

    @Test
    void valuesThatMoveAsAtTrainingAreCalm() {
        assertThat(scores(Fixtures.numbers(100, 0), Fixtures.letters(100)))
                .extracting(score -> score.measurement().exceeds())
                .containsExactly(false, false);
    }

    @Test
    void valuesThatStoppedMovingAreTold() {
        List<Score> scores = scores(always(1.5), mostly("a", "b"));

        assertThat(scores).extracting(score -> score.measurement().exceeds()).containsExactly(true, true);
        assertThat(scores).extracting(Score::feature).containsExactly("x", "c");
        assertThat(scores).extracting(Score::check).containsOnly("staleness");
        assertThat(scores.get(0).measurement().value()).isEqualTo(1);
        assertThat(scores.get(0).measurement().level()).isNotNull();
        assertThat(scores.get(0).note())
                .isEqualTo("entropy 0.00 bits, at training 2.00; standard deviation 0.00, at training 1.12");
        assertThat(scores.get(1).note()).isEqualTo("entropy 0.14 bits, at training 1.00");
    }

    @Test
    void numbersThatMovedElsewhereHaveNotStopped() {
        Score moved = scores(Fixtures.numbers(100, 100), Fixtures.letters(100)).get(0);

        assertThat(moved.measurement().value()).isEqualTo(1);
        assertThat(moved.measurement().enoughData()).isFalse();
    }

    /** {@code c} is the same letter for a day, and then another. */
    private static Reference ofDays(int hours) {
        var windows = new ArrayList<ReferenceWindow>();
        CategoricalProfile total = Fixtures.LETTERS.newProfile();
        for (int hour = 0; hour < hours; hour++) {
            CategoricalProfile letters = mostly(hour / 24 % 2 == 0 ? "a" : "b", hour / 24 % 2 == 0 ? "a" : "b");
            total.mergeFrom(letters);
            windows.add(new ReferenceWindow(
                    Source.FEATURES,
                    hour * Fixtures.HOUR,
                    (hour + 1) * Fixtures.HOUR,
                    List.of(Fixtures.numbers(100, 0), letters),
                    100));
        }
        List<FeatureBaseline> features = List.of(
                new FeatureBaseline(
                        new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC),
                        Fixtures.GRID,
                        Fixtures.numbers(100 * hours, 0)),
                new FeatureBaseline(
                        new FeatureSchema("c", Source.FEATURES, FeatureType.CATEGORICAL), Fixtures.LETTERS, total));
        Baseline baseline = Baseline.of("m", "1", Duration.ofHours(1), features, windows);
        return Reference.of(baseline, Source.FEATURES, WindowSpec.tumbling(Duration.ofHours(1)));
    }

    @Test
    void whatHasOneValueInEachWindowHasNotStopped() {
        EntropyCheck ofDays = EntropyCheck.calibrated(
                ofDays(96), new EntropySettings(0.5, Fixtures.BUDGET, 30), Fixtures.PROVENANCE, new Calibrations());
        List<Score> scores = ofDays.assess(Fixtures.observation(always(1.5), mostly("a", "a")));

        assertThat(scores).extracting(score -> score.measurement().value()).containsExactly(1.0, 1.0);
        assertThat(scores).extracting(score -> score.measurement().exceeds()).containsExactly(true, false);
    }

    @Test
    void withFourWindowsNothingIsKnownOfHowEntropyVaries() {
        EntropyCheck young = EntropyCheck.calibrated(
                Reference.of(Fixtures.baseline(0, 4), Source.FEATURES, WindowSpec.tumbling(Duration.ofHours(1))),
                new EntropySettings(0.5, Fixtures.BUDGET, 30),
                Fixtures.PROVENANCE,
                new Calibrations());

        assertThat(young.assess(Fixtures.observation(always(1.5), mostly("a", "a"))))
                .isEmpty();
    }

    @Test
    void windowsWithFewKnownValuesSayNothing() {
        CategoricalProfile unseen = Fixtures.LETTERS.newProfile();
        for (int i = 0; i < 100; i++) {
            unseen.add(i < 20 ? "a" : "z");
        }

        assertThat(scores(Fixtures.numbers(20, 0), unseen))
                .extracting(score -> score.measurement().enoughData())
                .containsExactly(false, false);
    }
}
