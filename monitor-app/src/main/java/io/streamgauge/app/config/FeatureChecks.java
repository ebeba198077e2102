package io.streamgauge.app.config;

/** The limits that hold for one feature. */
public record FeatureChecks(DriftConfig drift, QualityConfig quality) {}
