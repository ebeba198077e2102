package io.streamgauge.app.backtest;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;

/** How many events came over time, and how many of them could not be used. */
final class VolumeChart {
    private static final double LABELS = 260;
    private static final double WIDTH = 760;
    private static final double HEIGHT = 90;
    private static final int POINTS = 380;

    private VolumeChart() {}

    static void draw(Markup page, SortedMap<Long, Volume.Sums> traffic, long fromMs, long toMs) {
        var axis = new TimeAxis(fromMs, toMs, LABELS, WIDTH);
        long[] events = summed(traffic, axis, Volume.Sums::profiled);
        long[] bad = summed(traffic, axis, sums -> sums.late() + sums.rejected());
        long highest = 1;
        for (int i = 0; i < POINTS; i++) {
            highest = Math.max(highest, Math.max(events[i], bad[i]));
        }
        page.format(
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"events over time\">%n",
                LABELS + WIDTH + 10, HEIGHT + 20);
        axis.draw(page, 0, HEIGHT);
        page.format(
                "<text class=\"name\" x=\"%.0f\" y=\"12\">at most %s in %.1f h</text>",
                LABELS - 8, String.format(Locale.ROOT, "%,d", highest), (toMs - fromMs) / 3_600_000.0 / POINTS);
        line(page, "volume", events, highest);
        line(page, "bad", bad, highest);
        page.raw("</svg>\n");
    }

    private static long[] summed(
            SortedMap<Long, Volume.Sums> traffic, TimeAxis axis, ToLongFunction<Volume.Sums> what) {
        long[] sums = new long[POINTS];
        long spanMs = Math.max(1, axis.toMs() - axis.fromMs());
        for (Map.Entry<Long, Volume.Sums> pane : traffic.entrySet()) {
            long at = (pane.getKey() - axis.fromMs()) * POINTS / spanMs;
            sums[(int) Math.min(POINTS - 1, Math.max(0, at))] += what.applyAsLong(pane.getValue());
        }
        return sums;
    }

    private static void line(Markup page, String kind, long[] counts, long highest) {
        page.format("<polyline class=\"%s\" points=\"", kind);
        for (int i = 0; i < POINTS; i++) {
            page.format(
                    "%.1f,%.1f ", LABELS + (i + 0.5) * WIDTH / POINTS, HEIGHT - (double) counts[i] / highest * HEIGHT);
        }
        page.raw("\"/>\n");
    }
}
