package io.streamgauge.app.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong in the demo's traffic, when, and which alerts should tell of it.
 *
 * @param name shown in the report
 * @param feature the disturbed one; null if all of them are
 * @param start event time of the first disturbed record, inclusive
 * @param end exclusive
 * @param expected the alerts that should fire
 * @param disturbedSources sources all of whose series may really change with it, so that a drift alert there is no false alarm
 */
public record Incident(
        String name,
        @Nullable String feature,
        Instant start,
        Instant end,
        List<ExpectedAlert> expected,
        Set<String> disturbedSources) {

    public Incident {
        expected = List.copyOf(expected);
        disturbedSources = Set.copyOf(disturbedSources);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "incident '%s' must end after its start, got: %s to %s".formatted(name, start, end));
        }
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("incident '%s' must be told of by some alert".formatted(name));
        }
    }

    /**
     * An alert that should fire.
     *
     * @param kind {@code drift}, {@code skew}, {@code staleness} or {@code quality}
     * @param source the word in the alert
     * @param feature null if the source as a whole should be alerted on
     * @param words what its message must say of the cause; empty for nothing
     */
    public record ExpectedAlert(
            String kind, String source, @Nullable String feature, String words) {
        boolean isSeriesOf(AlertSeen alert) {
            return alert.kind().equals(kind)
                    && alert.source().equals(source)
                    && (feature == null || feature.equals(alert.feature()));
        }

        boolean isMetBy(AlertSeen alert) {
            return isSeriesOf(alert) && alert.message().contains(words);
        }
    }

    boolean covers(long eventTimeMs) {
        return start.toEpochMilli() <= eventTimeMs && eventTimeMs < end.toEpochMilli();
    }

    /** Whether the series of the alert really changed. */
    boolean disturbs(AlertSeen alert) {
        return switch (alert.kind()) {
            case "skew" -> expected.stream().anyMatch(each -> each.isSeriesOf(alert));
            default ->
                disturbedSources.contains(alert.source())
                        || (alert.source().equals("features") && feature != null && feature.equals(alert.feature()));
        };
    }
}
