package io.streamgauge.topology.ingest;

import io.streamgauge.checks.Subject;
import java.util.List;

/**
 * Events that are in the same slices, and are therefore counted together: the key of their profiles in the ingest store, until the
 * pane is complete and the combinations are summed to slices.
 */
final class Combination {
    private static final String SEPARATOR = "\n"; // in no name of a slice

    private Combination() {}

    /** Events that are in exactly these slices, besides the one of all events. */
    static String of(List<String> slices) {
        return slices.isEmpty() ? Subject.ALL : Subject.ALL + SEPARATOR + String.join(SEPARATOR, slices);
    }

    /** Events that are counted elsewhere among all events, and here for this slice alone. */
    static String only(String slice) {
        return slice;
    }

    /** The slices that a combination is part of. */
    static List<String> slices(String combination) {
        return List.of(combination.split(SEPARATOR, -1));
    }
}
