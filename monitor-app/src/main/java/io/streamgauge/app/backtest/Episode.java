package io.streamgauge.app.backtest;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.checks.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The life of one alert that fired, in event time.
 *
 * @param score of the window that made it fire
 * @param startMs start of the first window that moved
 * @param firedMs end of the window that made it fire: when a person would have known
 * @param endMs end of the window that resolved it, or of the last one judged
 * @param resolved false if the past ended first
 */
public record Episode(
        String id,
        String kind,
        Severity severity,
        Score score,
        long startMs,
        long firedMs,
        long endMs,
        boolean resolved) {

    /**
     * The alerts that fired, in the order in which they did.
     *
     * @param lastMs where the past ends
     */
    public static List<Episode> of(List<Alert> alerts, long lastMs) {
        Map<String, Episode> byId = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            long windowEndMs = alert.score().window().endMs();
            if (alert.phase() == Phase.FIRING) {
                byId.put(
                        alert.id(),
                        new Episode(
                                alert.id(),
                                alert.kind(),
                                alert.severity(),
                                alert.score(),
                                alert.episodeStartMs(),
                                windowEndMs,
                                Math.max(lastMs, windowEndMs),
                                false));
            } else if (alert.phase() == Phase.RESOLVED) {
                byId.computeIfPresent(alert.id(), (id, episode) -> episode.resolvedAt(windowEndMs));
            }
        }
        var episodes = new ArrayList<>(byId.values());
        episodes.sort(Comparator.comparingLong(Episode::firedMs).thenComparing(Episode::id));
        return episodes;
    }

    private Episode resolvedAt(long ms) {
        return new Episode(id, kind, severity, score, startMs, firedMs, ms, true);
    }

    /** What the alert is about: {@code features.distance}, or the source alone. */
    public String subject() {
        String source = score.subject().source().word();
        String feature = score.feature() == null ? source : source + "." + score.feature();
        return score.subject().slice().equals("all")
                ? feature
                : feature + " [" + score.subject().slice() + "]";
    }

    public double hours() {
        return (endMs - firedMs) / 3_600_000.0;
    }
}
