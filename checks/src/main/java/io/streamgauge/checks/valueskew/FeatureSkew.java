package io.streamgauge.checks.valueskew;

/** What became of one feature over all pairs of rows. */
public record FeatureSkew(String feature, FeatureCounts counts, Evidence evidence) {}
