package io.streamgauge.alerts.lifecycle;

import io.streamgauge.checks.Finding;
import io.streamgauge.checks.Measurement;
import io.streamgauge.checks.Score;
import java.util.Locale;

/** How bad is it? */
public enum Severity {
    /** News: nothing is wrong, but somebody may want to know. */
    INFO,
    WARNING,
    CRITICAL;

    private static final double CRITICAL_FACTOR = 4;

    /** A rule says itself how bad it is to break it; everything else goes by how far it is off. */
    static Severity of(Score score) {
        Finding finding = score.finding();
        if (finding == null) {
            return of(score.measurement());
        }
        return switch (finding.severity()) {
            case UNKNOWN -> INFO;
            case WARNING -> WARNING;
            case ERROR -> CRITICAL;
        };
    }

    /** Critical from four times the threshold on, or above it where nothing at all was to be expected. */
    static Severity of(Measurement m) {
        return m.value() > m.threshold() && m.value() >= CRITICAL_FACTOR * m.threshold() ? CRITICAL : WARNING;
    }

    /** The word in records and on the command line: {@code info}, {@code warning}, {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
