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
        return after(state, judged, judged.verdict());
    }

    /**
     * All that a window does, in order. That is one thing, but where news follows on news: the old one is over, and a new alert
     * begins, so that each is heard of.
     */
    public List<Outcome> steps(AlertState state, Judged judged) {
        boolean newsOnNews = Severity.of(judged.score()) == Severity.INFO
                && judged.verdict() == Verdict.MOVED
                && !state.isForgettable();
        if (!newsOnNews) {
            return List.of(after(state, judged));
        }
        Outcome over = after(state, judged, Verdict.STEADY);
        return List.of(over, after(over.next(), judged));
    }

    private Outcome after(AlertState state, Judged judged, Verdict verdict) {
        Step step = state.after(verdict, judged.score().window().startMs(), policyFor(judged.score()));
        Phase announced = step.announced();
        return new Outcome(step.next(), announced == null ? null : alert(announced, step, judged, state));
    }

    /**
     * A limit has no chance in it (four silent hours are four silent hours), so that there is nothing to confirm. News is over with
     * its window.
     */
    private AlertPolicy policyFor(Score score) {
        if (Severity.of(score) == Severity.INFO) {
            return policy.ofNews();
        }
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
