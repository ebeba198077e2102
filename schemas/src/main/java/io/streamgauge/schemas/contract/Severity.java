package io.streamgauge.schemas.contract;

import java.util.Locale;

/** How bad an anomaly is, from what nobody has to look at to what must stop a pipeline. */
public enum Severity {
    /** Switched off by an override, or mere news: reported, and never a reason to fail. */
    UNKNOWN,
    WARNING,
    ERROR;

    /** Whether this is at or above {@code limit}. */
    public boolean atLeast(Severity limit) {
        return compareTo(limit) >= 0;
    }

    /** The word of the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
