package io.streamgauge.checks;

import java.util.List;

/**
 * Answers one question about a window, as scores. An instance belongs to one source of one model and one series of windows; it is
 * immutable and pure: the same observation gives the same scores.
 */
public interface Check {
    /** One score for each thing looked at, also when all is well; never null, empty if the check has nothing to say. */
    List<Score> assess(Observation observation);

    /** Whether it looks at the window before, {@link Observation#before}. */
    default boolean looksBack() {
        return false;
    }
}
