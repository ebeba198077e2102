package io.streamgauge.app.demo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents did the monitor find, how fast, and what else did it report?
 *
 * @param findings one per incident, in the order given
 * @param outside the drift alerts that fired though no incident explains them, in the order of time
 */
public record IncidentReport(List<Finding> findings, List<AlertSeen> outside) {

    private static final Comparator<AlertSeen> BY_TIME =
            Comparator.comparing(AlertSeen::windowEnd).thenComparing(AlertSeen::id);

    public IncidentReport {
        findings = List.copyOf(findings);
        outside = List.copyOf(outside);
    }

    /** An incident and the first alert that told of it; null if none did. */
    public record Finding(Incident incident, @Nullable AlertSeen alert) {

        public boolean missed() {
            return alert == null;
        }

        /** From the start of the incident to the end of the window whose alert fired; null if missed. */
        public @Nullable Duration delay() {
            return alert == null ? null : Duration.between(incident.start(), alert.windowEnd());
        }
    }

    /**
     * Compares the incidents with the alerts. An incident is found by the first alert of its kind, source and feature
     * that fired in a window overlapping it. A drift alert is explained by an incident if its series is one that the
     * incident disturbs and its window overlaps the incident or the length of one window after it.
     */
    public static IncidentReport of(List<Incident> incidents, List<AlertSeen> alerts) {
        var fired = alerts.stream().filter(AlertSeen::firing).sorted(BY_TIME).toList();
        var findings = incidents.stream()
                .map(incident -> new Finding(
                        incident,
                        fired.stream()
                                .filter(alert -> tellsOf(incident, alert))
                                .findFirst()
                                .orElse(null)))
                .toList();
        var outside = fired.stream()
                .filter(alert -> alert.kind().equals("drift"))
                .filter(alert -> incidents.stream().noneMatch(incident -> explains(incident, alert)))
                .toList();
        return new IncidentReport(findings, outside);
    }

    public boolean allFound() {
        return findings.stream().noneMatch(Finding::missed);
    }

    private static boolean tellsOf(Incident incident, AlertSeen alert) {
        return alert.kind().equals(incident.alertKind())
                && alert.source().equals(incident.source())
                && (incident.feature() == null || incident.feature().equals(alert.feature()))
                && overlaps(incident, alert, Duration.ZERO);
    }

    private static boolean explains(Incident incident, AlertSeen alert) {
        return disturbs(incident, alert)
                && overlaps(incident, alert, Duration.between(alert.windowStart(), alert.windowEnd()));
    }

    private static boolean disturbs(Incident incident, AlertSeen alert) {
        if (incident.disturbedSources().contains(alert.source())) {
            return true;
        }
        return incident.source().equals(alert.source())
                && incident.feature() != null
                && incident.feature().equals(alert.feature());
    }

    private static boolean overlaps(Incident incident, AlertSeen alert, Duration grace) {
        return alert.windowStart().isBefore(incident.end().plus(grace))
                && alert.windowEnd().isAfter(incident.start());
    }
}
