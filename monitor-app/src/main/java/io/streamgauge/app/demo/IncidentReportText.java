package io.streamgauge.app.demo;

import io.streamgauge.app.demo.IncidentReport.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the incident report is shown in a terminal. */
public final class IncidentReportText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private IncidentReportText() {}

    /** Two tables: incident, alert and detection delay; then the drift and skew alerts that no incident explains. */
    public static String table(IncidentReport report) {
        var text = new StringBuilder();
        text.append(row("incident", "from", "to", "alert", "fired at", "delay"));
        for (var finding : report.findings()) {
            text.append(findingRow(finding));
        }
        text.append(String.format(
                Locale.ROOT,
                "\nDrift and skew alerts outside the incidents: %d\n",
                report.outside().size()));
        for (var alert : report.outside()) {
            text.append(row(
                    "", time(alert.windowStart()), time(alert.windowEnd()), name(alert), time(alert.windowEnd()), ""));
        }
        return text.toString();
    }

    private static String findingRow(Finding finding) {
        var incident = finding.incident();
        var alert = finding.alert();
        var delay = finding.delay();
        var from = time(incident.start());
        var to = time(incident.end());
        if (alert == null || delay == null) {
            return row(
                    incident.name(), from, to, "MISSED: " + finding.expected().kind(), "-", "-");
        }
        var words = finding.expected().words();
        var told = words.isEmpty() ? name(alert) : name(alert) + ": " + words;
        return row(incident.name(), from, to, told, time(alert.windowEnd()), hours(delay));
    }

    private static String name(AlertSeen alert) {
        var subject = alert.feature() == null ? alert.source() : alert.feature();
        return alert.kind().equals(alert.check())
                ? "%s of %s".formatted(alert.kind(), subject)
                : "%s (%s) of %s".formatted(alert.kind(), alert.check(), subject);
    }

    private static String time(Instant time) {
        return MINUTE.format(time);
    }

    private static String hours(Duration delay) {
        return String.format(Locale.ROOT, "%d h %02d min", delay.toHours(), delay.toMinutesPart());
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-24s %-13s %-13s %-60s %-13s %s", (Object[]) cells)
                        .stripTrailing() + "\n";
    }
}
