package io.streamgauge.app.compare;

import io.streamgauge.statistics.comparison.Sample;

/** One feature in both files, as samples of one type. */
public record FeaturePair(String feature, Sample reference, Sample current) {}
