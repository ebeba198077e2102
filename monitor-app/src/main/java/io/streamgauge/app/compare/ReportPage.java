package io.streamgauge.app.compare;

import java.util.List;
import java.util.Locale;

/** A comparison as one self-contained HTML page: the ranked table, and per feature both histograms over each other. */
public final class ReportPage {
    private static final int CELLS = 32;
    private static final int WIDTH = 360;
    private static final int HEIGHT = 120;

    private static final String STYLE = """
            body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; color: #1b1f24; background: #fff; }
            table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #d8dee4; }
            td.n { text-align: right; font-variant-numeric: tabular-nums; } .MOVED { color: #b3261e; font-weight: 600; }
            figure { display: inline-block; margin: 1rem 1rem 0 0; } figcaption { font-size: 13px; }
            .r { fill: #5b7c99; fill-opacity: .55; } .c { fill: #d9822b; fill-opacity: .55; }
            """;

    private ReportPage() {}

    /** @param title what was compared with what */
    public static String of(String title, List<ComparedRow> rows) {
        List<ComparedRow> ranked = ComparisonRows.worstFirst(rows);
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
        appendTable(page, ranked);
        page.append("<h2>Distributions</h2>\n<p>Blue: reference. Orange: current.</p>\n");
        ranked.stream().map(ComparedRow::pair).distinct().forEach(pair -> appendFigure(page, pair));
        return page.append("</body></html>\n").toString();
    }

    private static void appendTable(StringBuilder page, List<ComparedRow> rows) {
        page.append("<table><thead><tr><th>feature</th><th>type</th><th>metric</th><th>value</th><th>threshold</th>")
                .append("<th>p-value</th><th>verdict</th><th>n reference</th><th>n current</th></tr></thead><tbody>\n");
        for (ComparedRow row : rows) {
            page.append("<tr><td>")
                    .append(escaped(row.pair().feature()))
                    .append("</td><td>")
                    .append(row.pair().reference().type())
                    .append("</td><td title=\"")
                    .append(escaped(row.convention()))
                    .append("\">")
                    .append(escaped(row.metric()))
                    .append("</td><td class=\"n\">")
                    .append(ComparisonRows.number(row.value()))
                    .append("</td><td class=\"n\">")
                    .append(ComparisonRows.number(row.threshold()))
                    .append("</td><td class=\"n\">")
                    .append(ComparisonRows.number(row.pValue()))
                    .append("</td><td class=\"")
                    .append(row.verdict())
                    .append("\">")
                    .append(row.verdict())
                    .append("</td><td class=\"n\">")
                    .append(row.nReference())
                    .append("</td><td class=\"n\">")
                    .append(row.nCurrent())
                    .append("</td></tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private static void appendFigure(StringBuilder page, FeaturePair pair) {
        DrawnBins bins = DrawnBins.of(pair, CELLS);
        double highest = 1e-12;
        for (List<Double> side : List.of(bins.reference(), bins.current())) {
            highest = Math.max(
                    highest,
                    side.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        }
        page.append("<figure><svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"histograms of "
                        .formatted(WIDTH, HEIGHT))
                .append(escaped(pair.feature()))
                .append("\">\n");
        appendBars(page, "r", bins.labels(), bins.reference(), highest);
        appendBars(page, "c", bins.labels(), bins.current(), highest);
        page.append("</svg><figcaption>").append(escaped(pair.feature())).append("</figcaption></figure>\n");
    }

    private static void appendBars(
            StringBuilder page, String side, List<String> labels, List<Double> shares, double highest) {
        double width = (double) WIDTH / Math.max(1, shares.size());
        for (int i = 0; i < shares.size(); i++) {
            double height = shares.get(i) / highest * HEIGHT;
            page.append(String.format(
                            Locale.ROOT,
                            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>",
                            side,
                            i * width,
                            HEIGHT - height,
                            Math.max(1, width - 1),
                            height))
                    .append(escaped(labels.get(i)))
                    .append(String.format(Locale.ROOT, ": %.2f%%</title></rect>%n", 100 * shares.get(i)));
        }
    }

    /** Names and values are data of strangers. */
    private static String escaped(String text) {
        return text.replaceAll("\\p{Cc}", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
