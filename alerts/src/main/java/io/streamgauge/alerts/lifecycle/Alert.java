package io.streamgauge.alerts.lifecycle;

import io.streamgauge.checks.Score;
import io.streamgauge.statistics.inference.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an alert, as it is written to the alert topics.
 *
 * @param id the same on every replay
 * @param fingerprint the id without time; key of the record
 * @param score the score of the window that made the step
 * @param history verdicts up to this window, oldest first
 */
public record Alert(
        String id,
        String fingerprint,
        Phase phase,
        String kind,
        Severity severity,
        Score score,
        Verdict verdict,
        List<Verdict> history,
        long episodeStartMs,
        @Nullable String incidentId,
        String message) {
    public Alert {
        history = List.copyOf(history);
    }
}
