package io.streamgauge.app.backtest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Series over time as strips of colour: how large is the value beside its threshold? */
final class HeatMap {
    private static final int CELLS = 240;
    private static final double LABELS = 260;
    private static final double WIDTH = 760;
    private static final double LINE = 16;
    private static final double GAP = 2;

    private HeatMap() {}

    static void draw(Markup page, String title, List<Strip> strips, long fromMs, long toMs) {
        double bottom = strips.size() * LINE + 6;
        var axis = new TimeAxis(fromMs, toMs, LABELS, WIDTH);
        page.format(
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">%n",
                LABELS + WIDTH + 10, bottom + 20, title);
        axis.draw(page, 2, bottom);
        double y = 4;
        for (Strip strip : strips) {
            page.format(
                    "<text class=\"name\" x=\"%.0f\" y=\"%.1f\">%s</text>%n", LABELS - 8, y + 11, name(strip.key()));
            cells(page, strip, axis, y);
            y += LINE;
        }
        page.raw("</svg>\n");
    }

    static String name(Strip.Key key) {
        String metric = key.check().equals("drift") ? "" : " " + key.metric();
        return key.subject() + metric + " (" + key.windows() + ")";
    }

    /** The largest ratio of each cell, so that no window above its threshold hides behind its neighbours. */
    private static void cells(Markup page, Strip strip, TimeAxis axis, double y) {
        float[] largest = new float[CELLS];
        Arrays.fill(largest, -1);
        long spanMs = Math.max(1, axis.toMs() - axis.fromMs());
        for (int window = 0; window < strip.size(); window++) {
            int first = cell(strip.startMs(window) - axis.fromMs(), spanMs);
            int last = cell(strip.startMs(window) + strip.windowMs() - 1 - axis.fromMs(), spanMs);
            for (int i = first; i <= last; i++) {
                largest[i] = Math.max(largest[i], strip.ratio(window));
            }
        }
        double width = axis.width() / CELLS;
        int i = 0;
        while (i < CELLS) {
            int end = i + 1;
            while (end < CELLS && shade(largest[end]).equals(shade(largest[i]))) {
                end++;
            }
            if (largest[i] >= 0) {
                page.format(
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\"><title>%s</title></rect>",
                        shade(largest[i]),
                        axis.left() + i * width,
                        y,
                        (end - i) * width + 0.2,
                        LINE - GAP,
                        title(largest[i], axis.fromMs() + spanMs * i / CELLS));
            }
            i = end;
        }
        page.raw("\n");
    }

    private static int cell(long sinceMs, long spanMs) {
        return (int) Math.min(CELLS - 1, Math.max(0, sinceMs * CELLS / spanMs));
    }

    private static String title(float ratio, long ms) {
        return String.format(Locale.ROOT, "from %s: %.2f times the threshold", Instant.ofEpochMilli(ms), ratio);
    }

    /** Steps of the scale; their colours are in the page's style. */
    static String shade(float ratio) {
        if (ratio < 0) {
            return "none";
        }
        if (ratio <= 0.5) {
            return "s0";
        }
        if (ratio <= 1) {
            return "s1";
        }
        if (ratio <= 2) {
            return "s2";
        }
        return ratio <= 4 ? "s3" : "s4";
    }
}
