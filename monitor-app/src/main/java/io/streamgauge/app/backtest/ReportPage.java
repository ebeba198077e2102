package io.streamgauge.app.backtest;

import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.settings.ModelSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A backtest as one self-contained HTML page that can be printed: no script, nothing loaded from anywhere. */
final class ReportPage {
    private static final int MOST_STRIPS = 60;
    private static final int MOST_QUALITY_STRIPS = 24;
    private static final int MOST_ALERTS = 200;

    private static final String STYLE = """
            body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 66rem; padding: 0 1rem; color: #1b1f24; background: #fff; }
            h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .4rem; }
            table { border-collapse: collapse; width: 100%; font-size: 13px; }
            th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #d8dee4; vertical-align: top; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            svg { width: 100%; height: auto; display: block; } figure { display: inline-block; width: 47%; margin: .6rem 1.5% 0 0; }
            figcaption, .note { font-size: 12.5px; color: #57606a; }
            .tiles { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1rem 0; }
            .tile { border: 1px solid #d8dee4; border-radius: 6px; padding: .5rem .9rem; } .tile b { display: block; font-size: 1.35rem; }
            text { font: 11px system-ui, sans-serif; fill: #1b1f24; } text.name { text-anchor: end; }
            text.tick { fill: #57606a; text-anchor: middle; } text.first { text-anchor: start; } text.last { text-anchor: end; }
            line.tick { stroke: #d8dee4; } rect.incident { fill: #8250df; fill-opacity: .16; } text.incident { fill: #6639ba; }
            rect.warning { fill: #bf8700; } rect.critical { fill: #b3261e; }
            .s0 { fill: #e6edf3; } .s1 { fill: #a9c4dc; } .s2 { fill: #f0b35e; } .s3 { fill: #dd6b2f; } .s4 { fill: #a5171b; }
            .before { fill: #5b7c99; } .after { fill: #d9822b; } .volume { fill: none; stroke: #1b1f24; } .bad { fill: none; stroke: #b3261e; }
            pre { background: #f6f8fa; padding: .7rem; white-space: pre-wrap; font-size: 12px; }
            @media print { body { margin: 0; max-width: none; font-size: 11px; } h2 { break-after: avoid; } figure, tr, svg { break-inside: avoid; } }
            """;

    private final Backtest backtest;
    private final ReportFacts facts;
    private final List<Episode> episodes;
    private final Markup page = new Markup();

    private ReportPage(Backtest backtest, ReportFacts facts) {
        this.backtest = backtest;
        this.facts = facts;
        this.episodes = backtest.episodes();
    }

    static String of(Backtest backtest, ReportFacts facts) {
        return new ReportPage(backtest, facts).draw();
    }

    private String draw() {
        String models = String.join(
                ", ",
                backtest.settings().models().stream().map(ModelSettings::model).toList());
        page.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .format("<title>Backtest of %s</title>%n<style>%n", models)
                .raw(STYLE)
                .format("</style></head><body>%n<h1>Backtest of %s</h1>%n", models)
                .format(
                        "<p class=\"note\">%s to %s, event time, UTC</p>%n",
                        Instant.ofEpochMilli(backtest.fromMs()).toString(),
                        Instant.ofEpochMilli(backtest.toMs()).toString());
        tiles();
        timeline();
        policies();
        drift();
        histograms();
        quality();
        accounting();
        alerts();
        origin();
        return page.raw("</body></html>\n").toString();
    }

    private void tiles() {
        Outcome outcome = backtest.outcome();
        long read =
                outcome.accounts().values().stream().mapToLong(Accounting::read).sum();
        page.raw("<div class=\"tiles\">\n");
        tile(String.format(Locale.ROOT, "%,d", read), "events read");
        tile(String.format(Locale.ROOT, "%,d", outcome.windows()), "windows judged");
        tile(Integer.toString(episodes.size()), "alerts fired");
        tile(Long.toString(outcome.fired(Severity.CRITICAL)), "of them critical");
        tile(
                String.format(
                        Locale.ROOT,
                        "%,.0f h",
                        episodes.stream().mapToDouble(Episode::hours).sum()),
                "in alert, summed over alerts");
        if (!facts.incidents().isEmpty()) {
            Judgement judged = facts.judgements().get(0);
            tile(judged.incidents() - judged.missed().size() + " of " + judged.incidents(), "incidents found");
        }
        page.raw("</div>\n");
    }

    private void tile(String number, String what) {
        page.format("<div class=\"tile\"><b>%s</b>%s</div>%n", number, what);
    }

    private void timeline() {
        page.heading("Alerts over time");
        if (episodes.isEmpty()) {
            page.paragraph("No alert fired.");
        }
        if (!episodes.isEmpty() || !facts.incidents().isEmpty()) {
            page.raw(
                    "<p class=\"note\">A bar begins with the first window that moved and ends when the alert was resolved."
                            + " Amber: warning, red: critical; violet bands: labelled incidents.</p>\n");
            Timeline.draw(page, episodes, facts.incidents(), backtest.fromMs(), backtest.toMs());
        }
    }

    private void policies() {
        if (facts.judgements().size() > 1 || !facts.incidents().isEmpty()) {
            page.heading("Policies on the same past")
                    .table(JudgementTable.HEAD, JudgementTable.rows(facts.judgements()));
            page.paragraph(Judgement.winner(facts.judgements()));
            page.raw(
                    "<p class=\"note\">In brackets: the middle 95 % of resamples of whole days, or of incidents.</p>\n");
        }
    }

    private void drift() {
        List<Strip> strips = backtest.strips().of("drift").stream()
                .filter(strip -> strip.size() > 0)
                .toList();
        page.heading("Drift of each feature");
        if (strips.isEmpty()) {
            page.paragraph("No window had enough events for a drift score.");
            return;
        }
        page.raw(
                "<p class=\"note\">Distance from the baseline beside its threshold, the worst feature first. Grey: below half"
                        + " the threshold; blue: up to it; orange: above; dark orange: above twice; red: above four times. A gap: no window"
                        + " with enough events.</p>\n");
        HeatMap.draw(
                page,
                "drift of each feature over time",
                strips.subList(0, Math.min(MOST_STRIPS, strips.size())),
                backtest.fromMs(),
                backtest.toMs());
        if (strips.size() > MOST_STRIPS) {
            page.paragraph("The %d calmest are left out.".formatted(strips.size() - MOST_STRIPS));
        }
    }

    private void histograms() {
        if (facts.worst().isEmpty()) {
            return;
        }
        page.heading("The worst features, before and after");
        page.raw("<p class=\"note\">Blue: the baseline. Orange: the window with the largest distance.</p>\n");
        for (WorstWindow window : facts.worst()) {
            Strip strip = window.strip();
            String caption = String.format(
                    Locale.ROOT,
                    "%s: %d windows above the threshold, at most %.1f times it, in the window of %s",
                    strip.key().subject(),
                    strip.above(),
                    strip.largest(),
                    Instant.ofEpochMilli(strip.worstMs()));
            Histograms.draw(page, caption, window.before(), window.after());
        }
    }

    private void quality() {
        page.heading("Events and their quality");
        page.raw("<p class=\"note\">Black: events in each pane. Red: those that were late or rejected.</p>\n");
        VolumeChart.draw(page, backtest.volume().panes(), backtest.fromMs(), backtest.toMs());
        List<Strip> strips = backtest.strips().of("quality").stream()
                .filter(strip -> strip.largest() > 0.5)
                .limit(MOST_QUALITY_STRIPS)
                .toList();
        if (strips.isEmpty()) {
            page.paragraph(
                    "No share of missing, unseen, out-of-range, non-finite, mistyped values or rejected records came near its limit.");
        } else {
            HeatMap.draw(page, "quality over time", strips, backtest.fromMs(), backtest.toMs());
        }
    }

    private void accounting() {
        page.heading("What became of every event");
        List<List<String>> rows = new ArrayList<>();
        backtest.outcome()
                .accounts()
                .forEach((from, account) -> rows.add(List.of(
                        from.model(),
                        from.source().word(),
                        from.topic() + "-" + from.partition(),
                        count(account.read()),
                        count(account.profiled()),
                        count(account.late()),
                        count(account.rejected()),
                        account.balances() ? "yes" : "NO")));
        page.table(List.of("model", "source", "partition", "read", "profiled", "late", "rejected", "adds up"), rows);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void alerts() {
        page.heading("Alerts that fired");
        List<List<String>> rows = episodes.stream()
                .limit(MOST_ALERTS)
                .map(episode -> List.of(
                        Instant.ofEpochMilli(episode.firedMs()).toString(),
                        episode.kind(),
                        episode.subject(),
                        episode.severity().word(),
                        String.format(
                                Locale.ROOT,
                                "%.4g",
                                episode.score().measurement().value()),
                        String.format(
                                Locale.ROOT,
                                "%.4g",
                                episode.score().measurement().threshold()),
                        String.format(Locale.ROOT, "%.0f", episode.hours()),
                        episode.id()))
                .toList();
        page.table(List.of("fired", "kind", "of", "severity", "value", "threshold", "hours", "id"), rows);
        if (episodes.size() > MOST_ALERTS) {
            page.paragraph(
                    "%d further alerts are in the JSON beside this page.".formatted(episodes.size() - MOST_ALERTS));
        }
    }

    private void origin() {
        page.heading("Where this comes from");
        List<List<String>> rows = new ArrayList<>();
        backtest.settings()
                .models()
                .forEach(model -> rows.add(List.of(
                        model.model(),
                        model.baseline().version(),
                        model.trained().id(),
                        model.configHash())));
        page.table(List.of("model", "version", "baseline", "rules"), rows);
        page.format(
                "<p>Streamgauge %s. To make this page again:</p>%n<pre>%s</pre>%n", facts.version(), facts.command());
        page.format("<p>Configuration:</p>%n<pre>%s</pre>%n", facts.config());
    }
}
