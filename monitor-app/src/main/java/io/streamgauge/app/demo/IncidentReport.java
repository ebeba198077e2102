package io.streamgauge.app.demo;

import io.streamgauge.app.demo.Incident.ExpectedAlert;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents did the monitor find, how fast, and what else did it report?
 *
 * @param findings one for each alert that an incident should raise, in the order given
 * @param outside the drift and skew alerts that fired though no incident explains them, in the order of time
 */
public record IncidentReport(List<Finding> findings, List<AlertSeen> outside) {

    /** Where nothing is wrong, no alert of these kinds may fire. */
    private static final Set<String> HELD_AGAINST_US = Set.of("drift", "skew");

    private static final Comparator<AlertSeen> BY_TIME =
            Comparator.comparing(AlertSeen::windowEnd).thenComparing(AlertSeen::id);

    public IncidentReport {
        findings = List.copyOf(findings);
        outside = List.copyOf(outside);
    }

    /** An alert that an incident should raise, and the first that did; null if none. */
    public record Finding(
            Incident incident,
            ExpectedAlert expected,
            @Nullable AlertSeen alert) {

        public boolean missed() {
            return alert == null;
        }

        /** From the start of the incident to the end of the window whose alert fired; null if missed. */
        public @Nullable Duration delay() {
            return alert == null ? null : Duration.between(incident.start(), alert.windowEnd());
        }
    }

    /**
     * Compares the incidents with the alerts. An incident is found by the first alert of an expected kind, source and feature, with
     * the words of its cause, that fired in a window overlapping it. A drift or skew alert is explained by an incident if its series
     * is one that the incident disturbs and its window overlaps the incident or the length of one window after it.
     */
    public static IncidentReport of(List<Incident> incidents, List<AlertSeen> alerts) {
        var fired = alerts.stream().filter(AlertSeen::firing).sorted(BY_TIME).toList();
        var findings = incidents.stream()
                .flatMap(incident -> incident.expected().stream()
                        .map(expected -> new Finding(
                                incident,
                                expected,
                                fired.stream()
                                        .filter(expected::isMetBy)
                                        .filter(alert -> overlaps(incident, alert, Duration.ZERO))
                                        .findFirst()
                                        .orElse(null))))
                .toList();
        var outside = fired.stream()
                .filter(alert -> HELD_AGAINST_US.contains(alert.kind()))
                .filter(alert -> incidents.stream().noneMatch(incident -> explains(incident, alert)))
                .toList();
        return new IncidentReport(findings, outside);
    }

    public boolean allFound() {
        return findings.stream().noneMatch(Finding::missed);
    }

    private static boolean explains(Incident incident, AlertSeen alert) {
        return incident.disturbs(alert)
                && overlaps(incident, alert, Duration.between(alert.windowStart(), alert.windowEnd()));
    }

    private static boolean overlaps(Incident incident, AlertSeen alert, Duration grace) {
        return alert.windowStart().isBefore(incident.end().plus(grace))
                && alert.windowEnd().isAfter(incident.start());
    }
}
