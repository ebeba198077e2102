package io.streamgauge.app.cli;

import java.util.Locale;

/** How results are written to standard output. */
public enum OutputFormat {
    /** For people. */
    TABLE,
    /** One object a line and nothing else. */
    JSON;

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
