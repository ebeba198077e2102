package io.streamgauge.app.config;

/** Which share of a window's events may be bad in each way? All between 0 and 1; 1 never alerts. */
public record QualityConfig(
        double rejected, double missing, double unseen, double outOfRange, double nan, double mistyped) {}
