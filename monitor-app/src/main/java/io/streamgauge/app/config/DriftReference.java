package io.streamgauge.app.config;

/** What a window is compared with. */
public enum DriftReference {
    /** The training-time profile. */
    BASELINE,
    /** The training windows of the same hour of the week, where there are two or more of them; else the training-time profile. */
    HOUR_OF_WEEK
}
