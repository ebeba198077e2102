package io.streamgauge.alerts.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.Scores;
import io.streamgauge.alerts.verdict.Judged;
import io.streamgauge.checks.Measurement;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Subject;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.inference.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final Lifecycle lifecycle = new Lifecycle(new AlertPolicy("default", 2, 3, 1));

    private List<Alert> alerts(Scores score, Verdict... verdicts) {
        var alerts = new ArrayList<Alert>();
        AlertState state = AlertState.quiet();
        for (int i = 0; i < verdicts.length; i++) {
            Score of =
                    score.window(Scores.MIDNIGHT + i * Scores.HOUR, Scores.HOUR).score();
            Lifecycle.Outcome outcome = lifecycle.after(state, new Judged(of, verdicts[i]));
            state = outcome.next();
            if (outcome.alert() != null) {
                alerts.add(outcome.alert());
            }
        }
        return alerts;
    }

    @Test
    void idsAreEqualWithinAnEpisodeAndDifferBetweenEpisodes() {
        List<Alert> alerts = alerts(
                Scores.drift(),
                Verdict.MOVED,
                Verdict.MOVED,
                Verdict.STEADY,
                Verdict.MOVED,
                Verdict.MOVED,
                Verdict.STEADY);

        assertThat(alerts)
                .extracting(Alert::phase)
                .containsExactly(
                        Phase.PENDING, Phase.FIRING, Phase.RESOLVED, Phase.PENDING, Phase.FIRING, Phase.RESOLVED);
        assertThat(alerts.subList(0, 3))
                .extracting(Alert::id)
                .containsOnly(alerts.get(0).id());
        assertThat(alerts.subList(3, 6))
                .extracting(Alert::id)
                .containsOnly(alerts.get(3).id());
        assertThat(alerts.get(0).id()).isNotEqualTo(alerts.get(3).id());
        assertThat(alerts)
                .extracting(Alert::fingerprint)
                .containsOnly(alerts.get(0).fingerprint());
    }

    @Test
    void historyEndsWithTheWindowOfTheRecord() {
        List<Alert> alerts = alerts(Scores.drift(), Verdict.MOVED, Verdict.STEADY, Verdict.MOVED, Verdict.UNDETECTABLE);

        assertThat(alerts)
                .extracting(Alert::history)
                .containsExactly(
                        List.of(Verdict.MOVED),
                        List.of(Verdict.MOVED, Verdict.STEADY, Verdict.MOVED),
                        List.of(Verdict.MOVED, Verdict.STEADY, Verdict.MOVED, Verdict.UNDETECTABLE));
    }

    @Test
    void aLimitFiresWithoutConfirmation() {
        assertThat(alerts(Scores.limit(20, 10), Verdict.MOVED))
                .extracting(Alert::phase)
                .containsExactly(Phase.FIRING);
    }

    private List<Alert> news(boolean... isNews) {
        var alerts = new ArrayList<Alert>();
        AlertState state = AlertState.quiet();
        for (int i = 0; i < isNews.length; i++) {
            Score score = Scores.news(isNews[i] ? 1 : 0)
                    .window(Scores.MIDNIGHT + i * Scores.HOUR, Scores.HOUR)
                    .score();
            for (Lifecycle.Outcome step :
                    lifecycle.steps(state, new Judged(score, isNews[i] ? Verdict.MOVED : Verdict.STEADY))) {
                state = step.next();
                if (step.alert() != null) {
                    alerts.add(step.alert());
                }
            }
        }
        return alerts;
    }

    @Test
    void newsFiresAtOnceAndIsOverWithTheNextWindow() {
        List<Alert> alerts = news(true, false);

        assertThat(alerts).extracting(Alert::phase).containsExactly(Phase.FIRING, Phase.RESOLVED);
        assertThat(alerts).extracting(Alert::severity).containsOnly(Severity.INFO);
        assertThat(alerts.get(0).message())
                .isEqualTo("m: features: new writer schema 7, window [2024-03-01T00:00:00Z, 2024-03-01T01:00:00Z);"
                        + " first: events-0@5");
        assertThat(alerts.get(1).message())
                .isEqualTo("m: features: what was new (new-schemas) is no longer, window"
                        + " [2024-03-01T01:00:00Z, 2024-03-01T02:00:00Z)");
    }

    @Test
    void newsOnNewsIsAnAlertOfItsOwn() {
        List<Alert> alerts = news(true, true, false, true);

        assertThat(alerts)
                .extracting(Alert::phase)
                .containsExactly(Phase.FIRING, Phase.RESOLVED, Phase.FIRING, Phase.RESOLVED, Phase.FIRING);
        assertThat(alerts.get(1).id()).isEqualTo(alerts.get(0).id());
        assertThat(alerts.get(3).id()).isEqualTo(alerts.get(2).id());
        assertThat(alerts)
                .extracting(Alert::id)
                .contains(alerts.get(0).id(), alerts.get(2).id());
        assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(3);
    }

    @Test
    void troubleOnTroubleIsOneAlert() {
        Score score = Scores.limit(20, 10).score();
        AlertState firing = lifecycle
                .steps(AlertState.quiet(), new Judged(score, Verdict.MOVED))
                .get(0)
                .next();

        assertThat(lifecycle.steps(firing, new Judged(score, Verdict.MOVED)))
                .extracting(Lifecycle.Outcome::alert)
                .containsExactly((Alert) null);
    }

    @Test
    void whateverAScoreIsAboutIsInItsFingerprint() {
        Stream<Scores> different = Stream.of(
                Scores.drift(),
                Scores.drift().subject(new Subject("n", "1", Source.FEATURES, Subject.ALL)),
                Scores.drift().subject(new Subject("m", "2", Source.FEATURES, Subject.ALL)),
                Scores.drift().subject(new Subject("m", "1", Source.LABELS, Subject.ALL)),
                Scores.drift().subject(new Subject("m", "1", Source.FEATURES, "night")),
                Scores.drift().subject(new Subject("m1", "", Source.FEATURES, Subject.ALL)),
                Scores.drift().check("quality", "js-divergence", "x"),
                Scores.drift().check("drift", "psi", "x"),
                Scores.drift().check("drift", "js-divergence", "y"),
                Scores.drift().check("drift", "js-divergence", null),
                Scores.drift().window(Scores.MIDNIGHT, 2 * Scores.HOUR));

        assertThat(different.map(score -> lifecycle.fingerprint(score.score()))).doesNotHaveDuplicates();
        assertThat(lifecycle.fingerprint(Scores.drift().score()))
                .isNotEqualTo(new Lifecycle(new AlertPolicy("other", 2, 3, 1))
                        .fingerprint(Scores.drift().score()));
    }

    /** Ids are kept by those who read them: another hash is another alert to them. */
    @Test
    void fingerprintAndIdStayWhatTheyAre() {
        String fingerprint = lifecycle.fingerprint(Scores.drift().score());

        assertThat(fingerprint).isEqualTo("e147e0cbf91b31575c57117f8f5071fc");
        assertThat(AlertIdentity.id(fingerprint, Scores.MIDNIGHT)).isEqualTo("9d9ccc4e31806dafa4d7d5d4a59e32ae");
    }

    @Test
    void timeValueAndEvidenceAreNotInTheFingerprint() {
        assertThat(lifecycle.fingerprint(
                        Scores.drift().window(0, Scores.HOUR).value(7, 0.5).score()))
                .isEqualTo(lifecycle.fingerprint(Scores.drift().score()));
    }

    @Test
    void fourTimesTheThresholdIsCritical() {
        assertThat(Severity.of(Scores.limit(39.9, 10).score().measurement())).isEqualTo(Severity.WARNING);
        assertThat(Severity.of(Scores.limit(40, 10).score().measurement())).isEqualTo(Severity.CRITICAL);
        assertThat(Severity.of(Scores.limit(0.01, 0).score().measurement())).isEqualTo(Severity.CRITICAL);
    }

    /** When all is well again nothing is critical, even where nothing at all was to be expected. */
    @Test
    void aValueWithinItsThresholdIsNeverCritical() {
        assertThat(Severity.of(Scores.limit(0, 0).score().measurement())).isEqualTo(Severity.WARNING);
    }

    @Test
    void theMessageSaysWhatMovedFromWhereToWhere() {
        Score score = Scores.drift().score();

        assertThat(AlertMessage.of(Phase.FIRING, score))
                .isEqualTo("m: x is in trouble: js-divergence 0.5 is above its threshold 0.1, n 200, window "
                        + "[2024-03-01T00:00:00Z, 2024-03-01T01:00:00Z); most moved: [1, 2) from 12.5 % to 50.0 %");
        assertThat(AlertMessage.of(Phase.PENDING, score)).startsWith("m: x may be in trouble: ");
    }

    @Test
    void theMessageOfASourceNamesTheSourceAndSaysWhenItIsOver() {
        assertThat(AlertMessage.of(Phase.RESOLVED, Scores.limit(3, 7200).score()))
                .isEqualTo("m: features is calm again: silence-seconds 3 is within its threshold 7200, n 7, window "
                        + "[2024-03-01T00:00:00Z, 2024-03-01T01:00:00Z)");
    }

    @Test
    void theThresholdIsTheLargerOfFloorAndChance() {
        var chance = new Measurement(0.5, 0.1, 0.2, 0.01, 0.01, 0.3, 10, 10, true);

        assertThat(chance.threshold()).isEqualTo(0.2);
        assertThat(Scores.drift().score().measurement().threshold()).isEqualTo(0.1);
    }
}
