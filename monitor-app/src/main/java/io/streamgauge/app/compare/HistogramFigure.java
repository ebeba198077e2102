package io.streamgauge.app.compare;

import io.streamgauge.statistics.comparison.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Both histograms of a feature over each other, as SVG: numbers as columns over their range, categories as a row each. */
final class HistogramFigure {
    private static final int CELLS = 32;
    private static final int CATEGORIES = 10;
    private static final int WIDTH = 360;
    private static final int HEIGHT = 130;
    private static final int AXIS = 16;
    private static final int LABELS = 118;
    private static final int ROW = 18;
    private static final int LONGEST = 17;
    private static final String TO = " to "; // between the bounds of a bin, in its label

    private HistogramFigure() {}

    static String of(FeaturePair pair) {
        boolean numeric = pair.reference() instanceof Numbers;
        DrawnBins bins = DrawnBins.of(pair, numeric ? CELLS : CATEGORIES);
        int height = numeric ? HEIGHT + AXIS : ROW * bins.labels().size();
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"histograms of "
                .formatted(WIDTH, Math.max(ROW, height)));
        svg.append(ReportPage.escaped(pair.feature())).append("\">\n");
        if (numeric) {
            columns(svg, bins);
        } else {
            rows(svg, bins);
        }
        return svg.append("</svg>").toString();
    }

    private static double highest(DrawnBins bins) {
        return Stream.concat(bins.reference().stream(), bins.current().stream())
                .mapToDouble(Double::doubleValue)
                .reduce(1e-12, Math::max);
    }

    private static void columns(StringBuilder svg, DrawnBins bins) {
        if (bins.labels().isEmpty()) {
            svg.append("<text x=\"0\" y=\"%d\">no finite number on either side</text>".formatted(HEIGHT / 2));
            return;
        }
        double highest = highest(bins);
        double width = (double) WIDTH / bins.labels().size();
        for (int i = 0; i < bins.labels().size(); i++) {
            for (boolean reference : new boolean[] {true, false}) {
                double share = share(bins, reference, i);
                double tall = share / highest * (HEIGHT - 2);
                bar(svg, reference, i * width + 0.5, HEIGHT - tall, Math.max(1, width - 1), tall);
                label(svg, bins.labels().get(i), share);
            }
        }
        String low = bins.labels().get(0);
        String high = bins.labels().get(bins.labels().size() - 1);
        svg.append("<line x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>".formatted(WIDTH, HEIGHT, HEIGHT))
                .append("<text x=\"0\" y=\"%d\">%s</text>".formatted(HEIGHT + 12, low.substring(0, low.indexOf(TO))))
                .append(String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">highest %.1f%%</text>",
                        WIDTH / 2,
                        HEIGHT + 12,
                        100 * highest))
                .append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        .formatted(WIDTH, HEIGHT + 12, high.substring(high.indexOf(TO) + TO.length())));
    }

    private static void rows(StringBuilder svg, DrawnBins bins) {
        double highest = highest(bins);
        for (int i = 0; i < bins.labels().size(); i++) {
            String name = bins.labels().get(i);
            String shown = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "\u2026" : name;
            svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">".formatted(LABELS - 6, ROW * i + 13))
                    .append(ReportPage.escaped(shown))
                    .append("</text>");
            for (boolean reference : new boolean[] {true, false}) {
                double share = share(bins, reference, i);
                double half = ROW / 2.0 - 1;
                double top = ROW * i + (reference ? 1 : 1 + half);
                bar(svg, reference, LABELS, top, share / highest * (WIDTH - LABELS), half);
                label(svg, name, share);
            }
        }
    }

    private static double share(DrawnBins bins, boolean reference, int bin) {
        List<Double> shares = reference ? bins.reference() : bins.current();
        return bin < shares.size() ? shares.get(bin) : 0; // a side without a value has no shares
    }

    private static void bar(StringBuilder svg, boolean reference, double x, double y, double width, double height) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">",
                reference ? "r" : "c",
                x,
                y,
                width,
                height));
    }

    private static void label(StringBuilder svg, String bin, double share) {
        svg.append("<title>")
                .append(ReportPage.escaped(bin))
                .append(String.format(Locale.ROOT, ": %.2f%%</title></rect>%n", 100 * share));
    }
}
