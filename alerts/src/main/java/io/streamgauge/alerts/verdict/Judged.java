package io.streamgauge.alerts.verdict;

import io.streamgauge.checks.Score;
import io.streamgauge.statistics.inference.Verdict;

/** A score and what it means among the other scores of its window. */
public record Judged(Score score, Verdict verdict) {}
