package io.streamgauge.alerts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.Scores;
import io.streamgauge.checks.Measurement;
import io.streamgauge.checks.Score;
import io.streamgauge.statistics.inference.FalseDiscovery;
import io.streamgauge.statistics.inference.Verdict;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoreJudgeTest {
    private static List<Verdict> verdicts(Score... family) {
        return ScoreJudge.judge(List.of(family)).stream().map(Judged::verdict).toList();
    }

    private static Score tested(double pValue, double level) {
        return Scores.drift()
                .measured(new Measurement(0.5, 0.1, 0.05, pValue, level, 0.08, 200, 9600, true))
                .score();
    }

    @Test
    void aScoreMovedIfItExceedsBothFloorAndChance() {
        assertThat(verdicts(Scores.drift().value(0.5, 0.001).score())).containsExactly(Verdict.MOVED);
        assertThat(verdicts(Scores.drift().value(0.09, 0.001).score())).containsExactly(Verdict.STEADY);
        assertThat(verdicts(Scores.drift().value(0.1, 0.001).score())).containsExactly(Verdict.STEADY);
    }

    @Test
    void withoutEnoughDataThereIsNoVerdict() {
        var few = new Measurement(0.9, 0.1, 0.05, 1e-9, 0.01, 0.08, 3, 9600, false);

        assertThat(verdicts(Scores.drift().measured(few).score())).containsExactly(Verdict.NOT_ENOUGH_DATA);
    }

    @Test
    void aWindowTooSmallForTheFloorSaysSo() {
        var blind = new Measurement(0.2, 0.1, 0.3, 0.2, 0.01, 0.4, 40, 9600, true);

        assertThat(verdicts(Scores.drift().measured(blind).score())).containsExactly(Verdict.UNDETECTABLE);
    }

    @Test
    void aWindowTooSmallForTheFloorStillSeesWhatIsLarge() {
        var large = new Measurement(0.5, 0.1, 0.3, 1e-6, 0.01, 0.4, 40, 9600, true);

        assertThat(verdicts(Scores.drift().measured(large).score())).containsExactly(Verdict.MOVED);
    }

    @Test
    void aLimitNeedsNoPValue() {
        assertThat(verdicts(Scores.limit(11, 10).score(), Scores.limit(10, 10).score()))
                .containsExactly(Verdict.MOVED, Verdict.STEADY);
    }

    @Test
    void aNullQuantileWithoutDetectableEffectIsNoBlindness() {
        var share = new Measurement(0.02, 0.01, 0.05, 0.3, 0.01, null, 40, 9600, true);

        assertThat(verdicts(Scores.drift().measured(share).score())).containsExactly(Verdict.STEADY);
    }

    /** One p-value of 0.009 among a hundred is what chance gives at a level of 0.01. */
    @Test
    void amongManyScoresAMiddlingPValueIsNoDiscovery() {
        var family = new ArrayList<Score>(List.of(tested(0.009, 0.01)));
        assertThat(verdicts(tested(0.009, 0.01))).containsExactly(Verdict.MOVED);

        for (int i = 1; i < 100; i++) {
            family.add(tested(i / 100.0, 0.01));
        }
        assertThat(ScoreJudge.judge(family)).extracting(Judged::verdict).containsOnly(Verdict.STEADY);
    }

    @Test
    void scoresWithoutVerdictDoNotWidenTheFamily() {
        var few = Scores.drift()
                .measured(new Measurement(0.9, 0.1, 0.05, 0.9, 0.01, 0.08, 3, 9600, false))
                .score();

        assertThat(verdicts(tested(0.009, 0.01), few, few, few))
                .containsExactly(
                        Verdict.MOVED, Verdict.NOT_ENOUGH_DATA, Verdict.NOT_ENOUGH_DATA, Verdict.NOT_ENOUGH_DATA);
    }

    @Test
    void aFeatureWithASmallerLevelMustBeSurer() {
        assertThat(verdicts(tested(0.004, 0.01), tested(0.004, 0.001))).containsExactly(Verdict.MOVED, Verdict.STEADY);
        assertThat(verdicts(tested(0.004, 0.01), tested(0.0004, 0.001))).containsExactly(Verdict.MOVED, Verdict.MOVED);
        assertThat(verdicts(tested(0, 0.01), tested(0, 1e-300))).containsExactly(Verdict.MOVED, Verdict.MOVED);
    }

    @Property(tries = 200)
    void atOneLevelTheDiscoveriesAreThoseOfBenjaminiAndHochberg(
            @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) Double> pValues) {
        Score[] family = pValues.stream().map(p -> tested(p, 0.05)).toArray(Score[]::new);
        boolean[] expected =
                FalseDiscovery.rejected(pValues.stream().mapToDouble(p -> p).toArray(), 0.05);

        List<Verdict> verdicts = verdicts(family);
        for (int i = 0; i < family.length; i++) {
            assertThat(verdicts.get(i) == Verdict.MOVED).isEqualTo(expected[i]);
        }
    }
}
