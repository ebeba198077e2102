package io.streamgauge.checks;

/** Which baseline and which configuration a score was computed with. */
public record Provenance(String baselineId, String configHash) {}
