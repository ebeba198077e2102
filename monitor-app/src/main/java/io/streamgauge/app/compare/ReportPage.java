package io.streamgauge.app.compare;

import io.streamgauge.statistics.inference.Verdict;
import java.util.List;
import java.util.Locale;

/** A comparison as one self-contained HTML page: the ranked table, and per feature both histograms over each other. */
public final class ReportPage {

    private static final String STYLE = """
            body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; padding: 0 1rem; max-width: 76rem; color: #1b1f24; background: #fff; }
            h1 { font-size: 1.4rem; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem; } p { margin: .2rem 0 1rem; color: #57606a; }
            table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #d8dee4; }
            th { color: #57606a; font-weight: 600; border-bottom-width: 2px; } tbody tr:hover { background: #f6f8fa; }
            .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            td.f { max-width: 16rem; overflow-wrap: anywhere; font-weight: 600; } td.m { font-family: ui-monospace, monospace; font-size: 12px; overflow-wrap: anywhere; }
            .v { white-space: nowrap; font-size: 12px; font-weight: 600; color: #57606a; } .MOVED { color: #b3261e; } .STEADY { color: #1a7f37; }
            main { display: grid; grid-template-columns: repeat(auto-fill, minmax(350px, 1fr)); gap: 1rem; }
            figure { margin: 0; border: 1px solid #d8dee4; border-radius: 6px; padding: .6rem .8rem; overflow: hidden; }
            figcaption { display: flex; justify-content: space-between; gap: .6rem; margin-bottom: .4rem; overflow-wrap: anywhere; font-weight: 600; }
            svg { display: block; width: 100%; height: auto; } svg text { font-size: 11px; fill: #57606a; } line { stroke: #8c959f; }
            .r { fill: #2f6f9f; fill-opacity: .5; } .c { fill: #e07b16; fill-opacity: .5; }
            .key { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin: 0 .3em 0 .8em; } .key.r { background: #2f6f9f99; } .key.c { background: #e07b1699; }
            """;

    private ReportPage() {}

    /** @param title what was compared with what */
    public static String of(String title, List<ComparedRow> rows) {
        List<ComparedRow> ranked = ComparisonRows.worstFirst(rows);
        long moved = rows.stream().filter(row -> row.verdict() == Verdict.MOVED).count();
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n<p>%d of %d moved</p>\n".formatted(moved, rows.size()));
        appendTable(page, ranked);
        page.append(
                        "<h2>Distributions</h2>\n<p>Share of the rows in equal intervals or by value, the same scale for both:")
                .append("<span class=\"key r\"></span>reference<span class=\"key c\"></span>current</p>\n<main>\n");
        ranked.stream().map(ComparedRow::pair).distinct().forEach(pair -> {
            Verdict worst = ranked.stream()
                    .filter(row -> row.pair().equals(pair))
                    .map(ComparedRow::verdict)
                    .findFirst()
                    .orElse(Verdict.NOT_ENOUGH_DATA);
            page.append("<figure><figcaption><span>")
                    .append(escaped(pair.feature()))
                    .append("</span><span class=\"v %s\">%s</span></figcaption>".formatted(worst, words(worst)))
                    .append(HistogramFigure.of(pair))
                    .append("</figure>\n");
        });
        return page.append("</main></body></html>\n").toString();
    }

    private static void appendTable(StringBuilder page, List<ComparedRow> rows) {
        page.append("<table><thead><tr><th>feature</th><th>type</th><th>metric</th><th class=\"n\">value</th>")
                .append("<th class=\"n\">threshold</th><th class=\"n\">p-value</th><th>verdict</th>")
                .append("<th class=\"n\">n reference</th><th class=\"n\">n current</th></tr></thead><tbody>\n");
        for (ComparedRow row : rows) {
            page.append("<tr>");
            cell(page, "f", escaped(row.pair().feature()));
            cell(page, "t", row.pair().reference().type());
            page.append("<td class=\"m\" title=\"")
                    .append(escaped(row.convention()))
                    .append("\">");
            page.append(escaped(row.metric())).append("</td>");
            cell(page, "n", ComparisonRows.number(row.value()));
            cell(page, "n", ComparisonRows.number(row.threshold()));
            cell(page, "n", ComparisonRows.number(row.pValue()));
            cell(page, "v " + row.verdict(), words(row.verdict()));
            cell(page, "n", String.format(Locale.ROOT, "%,d", row.nReference()));
            cell(page, "n", String.format(Locale.ROOT, "%,d", row.nCurrent()));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private static void cell(StringBuilder page, String style, String text) {
        page.append("<td class=\"").append(style).append("\">").append(text).append("</td>");
    }

    private static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Names and values are data of strangers. */
    static String escaped(String text) {
        return text.replaceAll("\\p{Cc}", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
