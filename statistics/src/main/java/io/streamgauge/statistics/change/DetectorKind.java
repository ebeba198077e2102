package io.streamgauge.statistics.change;

/** What is the same for all settings of a detector: its name, whose rule it is, and which values it is for. */
record DetectorKind(String name, String variant, ValueRange values) {}
