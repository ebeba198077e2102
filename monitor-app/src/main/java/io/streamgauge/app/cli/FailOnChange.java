package io.streamgauge.app.cli;

import java.util.Locale;

/** From which change on a command ends with the code for findings. */
public enum FailOnChange {
    WARNING,
    DRIFT,
    NEVER;

    boolean met(long warnings, long drifts) {
        return switch (this) {
            case WARNING -> warnings + drifts > 0;
            case DRIFT -> drifts > 0;
            case NEVER -> false;
        };
    }

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
