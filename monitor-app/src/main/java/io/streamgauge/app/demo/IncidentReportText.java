package io.streamgauge.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.app.demo.IncidentReport.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the incident report is shown: a table for the terminal, or one JSON object. */
public final class IncidentReportText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private IncidentReportText() {}

    /** Two tables: incident, alert and detection delay; then the drift alerts that no incident explains. */
    public static String table(IncidentReport report) {
        var text = new StringBuilder();
        text.append(row("incident", "from", "to", "alert", "fired at", "delay"));
        for (var finding : report.findings()) {
            text.append(findingRow(finding));
        }
        text.append(String.format(
                Locale.ROOT,
                "\nDrift alerts outside the incidents: %d\n",
                report.outside().size()));
        for (var alert : report.outside()) {
            text.append(row(
                    "", time(alert.windowStart()), time(alert.windowEnd()), name(alert), time(alert.windowEnd()), ""));
        }
        return text.toString();
    }

    /** {@code {"allFound", "incidents": [...], "outside": [...]}}; times in ISO 8601, delays too; null where missed. */
    public static String json(IncidentReport report) {
        var root = new ObjectMapper().createObjectNode().put("allFound", report.allFound());
        var incidents = root.putArray("incidents");
        report.findings().forEach(finding -> addFinding(incidents.addObject(), finding));
        var outside = root.putArray("outside");
        report.outside().forEach(alert -> addAlert(outside.addObject(), alert));
        return root.toString();
    }

    private static String findingRow(Finding finding) {
        var incident = finding.incident();
        var alert = finding.alert();
        var delay = finding.delay();
        var from = time(incident.start());
        var to = time(incident.end());
        return alert == null || delay == null
                ? row(incident.name(), from, to, "MISSED", "-", "-")
                : row(incident.name(), from, to, name(alert), time(alert.windowEnd()), hours(delay));
    }

    private static void addFinding(ObjectNode node, Finding finding) {
        var incident = finding.incident();
        var delay = finding.delay();
        node.put("incident", incident.name());
        node.put("start", incident.start().toString());
        node.put("end", incident.end().toString());
        if (finding.alert() == null) {
            node.putNull("alert");
        } else {
            addAlert(node.putObject("alert"), finding.alert());
        }
        node.put("delay", delay == null ? null : delay.toString());
    }

    private static void addAlert(ObjectNode node, AlertSeen alert) {
        node.put("id", alert.id());
        node.put("kind", alert.kind());
        node.put("check", alert.check());
        node.put("model", alert.model());
        node.put("source", alert.source());
        node.put("feature", alert.feature());
        node.put("windowStart", alert.windowStart().toString());
        node.put("windowEnd", alert.windowEnd().toString());
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
        return String.format(Locale.ROOT, "%-24s %-13s %-13s %-30s %-13s %s", (Object[]) cells)
                        .stripTrailing() + "\n";
    }
}
