package io.streamgauge.app.demo;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong in the demo's traffic, when, and which alert should tell of it.
 *
 * @param name shown in the report
 * @param source the source whose records are disturbed, and whose alert is expected: the word in the alert
 * @param feature the feature whose alert is expected; null if the source as a whole should be alerted on
 * @param start event time of the first disturbed record, inclusive
 * @param end exclusive
 * @param alertKind kind of the alert that should fire: {@code drift}, {@code staleness} or {@code quality}
 * @param disturbedSources sources all of whose series may really change with it, so that a drift alert there is no false alarm
 */
public record Incident(
        String name,
        String source,
        @Nullable String feature,
        Instant start,
        Instant end,
        String alertKind,
        Set<String> disturbedSources) {

    public Incident {
        disturbedSources = Set.copyOf(disturbedSources);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "incident '%s' must end after its start, got: %s to %s".formatted(name, start, end));
        }
    }

    boolean covers(long eventTimeMs) {
        return start.toEpochMilli() <= eventTimeMs && eventTimeMs < end.toEpochMilli();
    }
}
