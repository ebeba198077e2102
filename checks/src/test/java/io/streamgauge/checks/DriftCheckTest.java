package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.statistics.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftCheckTest {
    private static final Profile LETTERS = Fixtures.letters(100);

    private static DriftSettings settings(@Nullable String metric, long minimumRows) {
        return new DriftSettings(metric, 0.2, Fixtures.BUDGET, minimumRows);
    }

    private static List<Score> scores(DriftSettings settings, Profile x) {
        return DriftCheck.calibrated(Fixtures.reference(), feature -> settings, Fixtures.PROVENANCE, new Calibrations())
                .assess(Fixtures.observation(x, LETTERS));
    }

    @Test
    void theReferenceItselfHasDriftedByNothing() {
        assertThat(scores(settings(null, 30), Fixtures.numbers(100, 0)))
                .hasSize(2)
                .allSatisfy(score -> {
                    assertThat(score.measurement().value()).isZero();
                    assertThat(score.measurement().pValue()).isEqualTo(1);
                    assertThat(score.measurement().exceeds()).isFalse();
                    assertThat(score.contributors()).isEmpty();
                });
    }

    @Test
    void aShiftExceedsItsThresholdAndNamesTheBinsThatMoved() {
        Score x = scores(settings(null, 30), Fixtures.numbers(100, 2)).get(0);

        assertThat(x.feature()).isEqualTo("x");
        assertThat(x.measurement().exceeds()).isTrue();
        assertThat(x.measurement().pValue()).isLessThan(1e-6);
        assertThat(x.measurement().n()).isEqualTo(100);
        assertThat(x.measurement().nReference()).isEqualTo(4800);
        assertThat(x.contributors().get(0).currentShare()).isEqualTo(0.5);
        assertThat(x.evidence()).hasSize(1);
        assertThat(x.provenance()).isEqualTo(Fixtures.PROVENANCE);
    }

    @Test
    void anEmptyWindowIsNoGroundForAVerdict() {
        Score x = scores(settings(null, 0), Fixtures.numbers(0, 0)).get(0);

        assertThat(x.measurement().enoughData()).isFalse();
        assertThat(x.measurement().nullQuantile()).isNull();
        assertThat(x.contributors()).isEmpty();
    }

    @Test
    void fewerRowsThanTheMinimumAreNoGroundForAVerdict() {
        assertThat(scores(settings(null, 101), Fixtures.numbers(100, 2))
                        .get(0)
                        .measurement()
                        .enoughData())
                .isFalse();
        assertThat(scores(settings(null, 100), Fixtures.numbers(100, 2))
                        .get(0)
                        .measurement()
                        .enoughData())
                .isTrue();
    }

    /** The minimum is configured per feature, as floor and budget are. */
    @Test
    void aFeaturesOwnMinimumHoldsForIt() {
        var check = DriftCheck.calibrated(
                Fixtures.reference(),
                feature -> feature.equals("x") ? settings(null, 1000) : settings(null, 30),
                Fixtures.PROVENANCE,
                new Calibrations());

        assertThat(check.assess(Fixtures.observation(Fixtures.numbers(100, 2), LETTERS)))
                .extracting(score -> score.measurement().enoughData())
                .containsExactly(false, true);
    }

    @Test
    void aMetricThatDoesNotFitTheTypeGivesWayToTheDefault() {
        assertThat(scores(settings("ks", 30), Fixtures.numbers(100, 0)))
                .extracting(Score::metric)
                .containsExactly("ks", "effect-size");
        assertThat(scores(settings("l-infinity", 30), Fixtures.numbers(100, 0)))
                .extracting(Score::metric)
                .containsExactly("effect-size", "l-infinity");
    }

    @Test
    void moreRowsSeeSmallerEffects() {
        var few = scores(settings(null, 30), Fixtures.numbers(100, 0)).get(0).measurement();
        var many = scores(settings(null, 30), Fixtures.numbers(10000, 0)).get(0).measurement();

        assertThat(many.detectableEffect()).isLessThan(few.detectableEffect());
        assertThat(many.nullQuantile()).isLessThan(few.nullQuantile());
    }

    @Test
    void aFloorThatIsNoNumberIsRefused() {
        for (double floor : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new DriftSettings(null, floor, Fixtures.BUDGET, 30))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void contributorsAreTheFiveThatMovedMostAndTiesGoByBin() {
        var current = Fixtures.numbers(50, 0);
        for (int i = 0; i < 50; i++) {
            current.addMissing();
        }
        List<Contributor> contributors = new Contributors(Fixtures.numbers(100, 0), current);

        assertThat(contributors).hasSize(5);
        assertThat(contributors.get(0)).isEqualTo(new Contributor("(missing)", 0, 0.5));
        assertThat(contributors.subList(1, 5)).isSortedAccordingTo((a, b) -> {
            int bySize = Double.compare(
                    Math.abs(b.currentShare() - b.referenceShare()), Math.abs(a.currentShare() - a.referenceShare()));
            return bySize != 0 ? bySize : a.bin().compareTo(b.bin());
        });
    }
}
