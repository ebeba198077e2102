package io.streamgauge.app.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The series of all keys, worst first. Not thread-safe. */
final class ScoreTable {
    private static final Comparator<ScoreRow> WORST_FIRST = Comparator.<ScoreRow>comparingInt(ScoreTable::rank)
            .thenComparing(Comparator.comparingDouble(ScoreRow::ratio).reversed())
            .thenComparing(ScoreRow::model)
            .thenComparing(ScoreRow::source)
            .thenComparing(score -> score.feature() == null ? "" : score.feature())
            .thenComparing(ScoreRow::slice)
            .thenComparing(ScoreRow::metric);

    private final BoundedMap<SeriesKey, Series> series;
    private final int points;
    private long droppedPoints;

    ScoreTable(int limit, int points) {
        this.series = new BoundedMap<>(limit);
        this.points = points;
    }

    void accept(ScoreRow score) {
        var key = score.key();
        var known = series.get(key);
        var line = known == null ? new Series(score, points) : known;
        droppedPoints += line.add(score);
        series.put(key, line);
    }

    List<ScoredSeries> worstFirst(ScoreFilter filter, int limit, int recentPoints) {
        return series.values().stream()
                .filter(line -> filter.accepts(line.latest()))
                .sorted(Comparator.comparing(Series::latest, WORST_FIRST))
                .limit(limit)
                .map(line -> new ScoredSeries(line.latest(), line.last(recentPoints)))
                .toList();
    }

    List<ScoreRow> latest() {
        return series.values().stream().map(Series::latest).toList();
    }

    Optional<Points> points(SeriesKey key) {
        return Optional.ofNullable(series.get(key)).map(line -> line.last(points));
    }

    long droppedSeries() {
        return series.dropped();
    }

    long droppedPoints() {
        return droppedPoints;
    }

    private static int rank(ScoreRow score) {
        return switch (score.verdict()) {
            case MOVED -> 0;
            case STEADY, UNDETECTABLE -> 1;
            case NOT_ENOUGH_DATA -> 2;
        };
    }
}
