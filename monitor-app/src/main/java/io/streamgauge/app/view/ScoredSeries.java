package io.streamgauge.app.view;

/** The latest score of a series with the points of its last windows, the latest included. */
public record ScoredSeries(ScoreRow latest, Points recent) {}
