package io.streamgauge.statistics.change;

import java.util.Locale;

/** What a detector says after a value. */
public enum ChangeLevel {
    /** Nothing speaks for a change, or there are too few values yet. */
    NONE,
    /** The stream may be changing. Detectors without a warning zone never say so. */
    WARNING,
    /** The stream has changed; the detector has started anew. */
    DRIFT;

    /** The word in results and on the command line: {@code drift}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
