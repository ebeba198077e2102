package io.streamgauge.statistics.tfdv;

/** How often a token is in the texts of a feature. */
public record TokenSummary(String token, double fractionOfTexts, double minPerText, double maxPerText) {}
