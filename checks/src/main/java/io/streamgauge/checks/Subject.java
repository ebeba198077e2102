package io.streamgauge.checks;

import io.streamgauge.schemas.contract.Source;

/**
 * Whose events a score is about.
 *
 * @param slice {@value #ALL} or the name of a configured subset of the events
 */
public record Subject(String model, String version, Source source, String slice) {
    /** The slice that holds every event. */
    public static final String ALL = "all";
}
