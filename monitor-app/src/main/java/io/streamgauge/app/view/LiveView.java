package io.streamgauge.app.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What do the models look like now? Keeps the latest score of each series with its last points, the current alerts, the
 * last alert transitions and how far each source has come, in memory, within {@link Limits}: whatever the topics bring,
 * the oldest entries are dropped and counted. Feeding it the same rows again changes nothing but the transitions.
 *
 * <p>Thread-safe; queries return copies.
 */
public final class LiveView {

    /**
     * Hard bounds. With the default, numbers take at most 2000 x 500 x 24 bytes = 24 MB; rows come on top.
     *
     * @param points per series
     * @param alerts open, and as many resolved
     */
    public record Limits(int models, int series, int points, int alerts, int transitions) {
        public static final Limits DEFAULT = new Limits(200, 2_000, 500, 500, 500);

        public Limits {
            if (Math.min(Math.min(models, series), Math.min(points, Math.min(alerts, transitions))) < 1) {
                throw new IllegalArgumentException("each limit of the live view must be at least 1");
            }
        }
    }

    private record WindowKey(String model, String source) {}

    private record Progress(WindowRow latest, long count) {
        Progress with(WindowRow window) {
            return new Progress(window.windowEndMs() >= latest.windowEndMs() ? window : latest, count + 1);
        }
    }

    private final List<String> expectedModels;
    private final ScoreTable scores;
    private final AlertBook alerts;
    private final BoundedMap<WindowKey, Progress> windows;
    private long revision;

    public LiveView(Collection<String> expectedModels) {
        this(expectedModels, Limits.DEFAULT);
    }

    /** @param expectedModels shown as waiting until their first score comes */
    public LiveView(Collection<String> expectedModels, Limits limits) {
        this.expectedModels = List.copyOf(expectedModels);
        this.scores = new ScoreTable(limits.series(), limits.points());
        this.alerts = new AlertBook(limits.alerts(), limits.transitions());
        this.windows = new BoundedMap<>(limits.models());
    }

    public synchronized void accept(ScoreRow score) {
        scores.accept(score);
        revision++;
    }

    public synchronized void accept(AlertRow alert) {
        alerts.accept(alert);
        revision++;
    }

    public synchronized void accept(WindowRow window) {
        var key = new WindowKey(window.model(), window.source());
        var known = windows.get(key);
        windows.put(key, known == null ? new Progress(window, 1) : known.with(window));
        revision++;
    }

    /** Rises with each row: while it stays the same, so do the answers of all queries. */
    public synchronized long revision() {
        return revision;
    }

    /** By name. */
    public synchronized List<ModelSummary> models() {
        var tallies = new TreeMap<String, ModelTally>();
        expectedModels.forEach(model -> tallies.computeIfAbsent(model, ModelTally::new));
        scores.latest()
                .forEach(score ->
                        tallies.computeIfAbsent(score.model(), ModelTally::new).add(score));
        alerts.open()
                .forEach(alert ->
                        tallies.computeIfAbsent(alert.model(), ModelTally::new).add(alert));
        windows.values()
                .forEach(progress -> tallies.computeIfAbsent(progress.latest().model(), ModelTally::new)
                        .add(progress.latest(), progress.count()));
        var summaries = new ArrayList<ModelSummary>();
        tallies.values().forEach(tally -> summaries.add(tally.summary()));
        return summaries;
    }

    /** Worst first: what is above its threshold by most, and what had not enough data last. */
    public synchronized List<ScoredSeries> scores(ScoreFilter filter, int limit, int recentPoints) {
        return scores.worstFirst(filter, limit, recentPoints);
    }

    /** All points of one series; empty when there is no such series. */
    public synchronized Optional<Points> series(SeriesKey key) {
        return scores.points(key);
    }

    /** Firing, then pending, then resolved; the latest window first within each. */
    public synchronized List<AlertRow> alerts(AlertFilter filter, int limit) {
        return alerts.current(filter, limit);
    }

    /** Newest first. */
    public synchronized List<AlertRow> transitions(AlertFilter filter, int limit) {
        return alerts.transitions(filter, limit);
    }

    /** How many alerts of a kind are firing. */
    public synchronized long firing(String model, String kind) {
        return alerts.open()
                .filter(AlertRow::isFiring)
                .filter(alert -> alert.model().equals(model) && alert.kind().equals(kind))
                .count();
    }

    public synchronized Dropped dropped() {
        return new Dropped(
                windows.dropped(),
                scores.droppedSeries(),
                scores.droppedPoints(),
                alerts.droppedAlerts(),
                alerts.droppedTransitions());
    }
}
