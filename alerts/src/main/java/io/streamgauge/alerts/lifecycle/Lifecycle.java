package io.streamgauge.alerts.lifecycle;

import io.streamgauge.alerts.verdict.Judged;
import io.streamgauge.checks.Score;
import io.streamgauge.statistics.inference.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What does a judged score do to its alert, and what is announced? Immutable. */
public final class Lifecycle {
    private final AlertPolicy policy;

    public Lifecycle(AlertPolicy policy) {
        this.policy = policy;
    }

    /** What a window did: the next state, and the record to write, null if there is nothing to tell. */
    public record Outcome(AlertState next, @Nullable Alert alert) {}

    /** The key under which the state of the score's alert is kept. */
    public String fingerprint(Score score) {
        return AlertIdentity.fingerprint(policy.name(), score);
    }

    public Outcome after(AlertState state, Judged judged) {
        Step step = state.after(judged.verdict(), judged.score().window().startMs(), policyFor(judged.score()));
        Phase announced = step.announced();
        return new Outcome(step.next(), announced == null ? null : alert(announced, step, judged, state));
    }

    /** A limit has no chance in it (four silent hours are four silent hours), so that there is nothing to confirm. */
    private AlertPolicy policyFor(Score score) {
        return score.measurement().level() == null ? policy.withoutConfirmation() : policy;
    }

    private Alert alert(Phase phase, Step step, Judged judged, AlertState before) {
        Score score = judged.score();
        String fingerprint = fingerprint(score);
        return new Alert(
                AlertIdentity.id(fingerprint, step.episodeStartMs()),
                fingerprint,
                phase,
                score.check(),
                Severity.of(score),
                score,
                judged.verdict(),
                history(before, judged.verdict()),
                step.episodeStartMs(),
                null,
                AlertMessage.of(phase, score));
    }

    private static List<Verdict> history(AlertState before, Verdict verdict) {
        var history = new ArrayList<>(before.history());
        history.add(verdict);
        return history;
    }
}
