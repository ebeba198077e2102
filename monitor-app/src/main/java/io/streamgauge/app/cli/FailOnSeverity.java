package io.streamgauge.app.cli;

import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.app.backtest.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From which severity of a firing alert on a command ends with the code for findings. */
public enum FailOnSeverity {
    WARNING,
    CRITICAL,
    NEVER;

    boolean met(Outcome outcome) {
        Severity failing = severity();
        return failing != null && outcome.fired(failing) > 0;
    }

    /** The least severity that counts, null if none does. */
    @Nullable
    Severity severity() {
        return switch (this) {
            case WARNING -> Severity.WARNING;
            case CRITICAL -> Severity.CRITICAL;
            case NEVER -> null;
        };
    }

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
