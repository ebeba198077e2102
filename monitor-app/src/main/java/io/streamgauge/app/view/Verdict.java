package io.streamgauge.app.view;

/** What one window says about one feature. */
public enum Verdict {
    STEADY,
    MOVED,
    NOT_ENOUGH_DATA,
    UNDETECTABLE
}
