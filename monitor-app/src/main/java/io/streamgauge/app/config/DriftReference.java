package io.streamgauge.app.config;

/** What a window is compared with. */
public enum DriftReference {
    /** The training-time profile. */
    BASELINE
}
