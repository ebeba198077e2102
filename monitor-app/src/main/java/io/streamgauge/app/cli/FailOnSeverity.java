package io.streamgauge.app.cli;

import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.app.backtest.Outcome;
import java.util.Locale;

/** From which severity of a firing alert on a command ends with the code for findings. */
public enum FailOnSeverity {
    WARNING,
    CRITICAL,
    NEVER;

    boolean met(Outcome outcome) {
        return switch (this) {
            case WARNING -> outcome.fired(Severity.WARNING) > 0;
            case CRITICAL -> outcome.fired(Severity.CRITICAL) > 0;
            case NEVER -> false;
        };
    }

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
