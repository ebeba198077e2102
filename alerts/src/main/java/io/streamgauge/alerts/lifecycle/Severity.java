package io.streamgauge.alerts.lifecycle;

import io.streamgauge.checks.Measurement;
import java.util.Locale;

/** How bad is it? */
public enum Severity {
    WARNING,
    CRITICAL;

    private static final double CRITICAL_FACTOR = 4;

    /** Critical from four times the threshold on, or above it where nothing at all was to be expected. */
    static Severity of(Measurement m) {
        return m.value() > m.threshold() && m.value() >= CRITICAL_FACTOR * m.threshold() ? CRITICAL : WARNING;
    }

    /** The word in records and on the command line: {@code warning}, {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
