package io.streamgauge.app.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The alerts that fired as bars over time, a line for each series, with the labelled incidents behind them. */
final class Timeline {
    private static final int MOST_LINES = 40;
    private static final double LABELS = 260;
    private static final double WIDTH = 760;
    private static final double LINE = 18;
    private static final double TOP = 22;

    private Timeline() {}

    static void draw(Markup page, List<Episode> episodes, List<LabelledIncident> incidents, long fromMs, long toMs) {
        Map<String, List<Episode>> lines = new LinkedHashMap<>();
        episodes.forEach(episode -> lines.computeIfAbsent(name(episode), absent -> new ArrayList<>())
                .add(episode));
        int shown = Math.min(MOST_LINES, lines.size());
        double bottom = TOP + shown * LINE + 4;
        var axis = new TimeAxis(fromMs, toMs, LABELS, WIDTH);
        page.format(
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"alerts over time\">%n",
                LABELS + WIDTH + 10, bottom + 20);
        incidents.forEach(incident -> band(page, axis, incident, bottom));
        axis.draw(page, TOP - 6, bottom);
        double y = TOP;
        for (Map.Entry<String, List<Episode>> line :
                lines.entrySet().stream().limit(MOST_LINES).toList()) {
            page.format("<text class=\"name\" x=\"%.0f\" y=\"%.1f\">%s</text>", LABELS - 8, y + 12, line.getKey());
            for (Episode episode : line.getValue()) {
                bar(page, axis, episode, y);
            }
            y += LINE;
        }
        page.raw("</svg>\n");
        if (lines.size() > shown) {
            page.paragraph("%d further series are in the table of alerts.".formatted(lines.size() - shown));
        }
    }

    private static String name(Episode episode) {
        return episode.kind() + " of " + episode.subject();
    }

    private static void band(Markup page, TimeAxis axis, LabelledIncident incident, double bottom) {
        double x = axis.x(incident.from().toEpochMilli());
        double width = Math.max(2, axis.x(incident.to().toEpochMilli()) - x);
        page.format(
                "<rect class=\"incident\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                x, TOP - 6, width, bottom - TOP + 6, incident.name() + ": " + incident.from() + " to " + incident.to());
        page.format("<text class=\"incident\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", x, TOP - 10, incident.name());
    }

    private static void bar(Markup page, TimeAxis axis, Episode episode, double y) {
        double x = axis.x(episode.startMs());
        page.format(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>%n",
                episode.severity().word(),
                x,
                y + 3,
                Math.max(2.5, axis.x(episode.endMs()) - x),
                LINE - 6,
                "%s, %s: first moved %s, fired %s, %s %s"
                        .formatted(
                                name(episode),
                                episode.severity().word(),
                                Instant.ofEpochMilli(episode.startMs()),
                                Instant.ofEpochMilli(episode.firedMs()),
                                episode.resolved() ? "resolved" : "still firing",
                                Instant.ofEpochMilli(episode.endMs())));
    }
}
