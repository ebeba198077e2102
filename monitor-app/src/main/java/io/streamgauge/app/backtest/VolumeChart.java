package io.streamgauge.app.backtest;

import io.streamgauge.schemas.yaml.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** How many events came over time, and how many of them could not be used. */
final class VolumeChart {
    private static final double LABELS = 260;
    private static final double WIDTH = 760;
    private static final double HEIGHT = 90;
    private static final int MOST_POINTS = 400;

    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    private VolumeChart() {}

    static void draw(Markup page, SortedMap<Long, Volume.Sums> traffic, long fromMs, long toMs) {
        var axis = new TimeAxis(fromMs, toMs, LABELS, WIDTH);
        Duration step = step(toMs - fromMs);
        SortedMap<Long, Long> events = summed(traffic, step, Volume.Sums::profiled);
        SortedMap<Long, Long> bad = summed(traffic, step, sums -> sums.late() + sums.rejected());
        long highest = Math.max(largest(events), largest(bad));
        page.format(
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"events over time\">%n",
                LABELS + WIDTH + 10, HEIGHT + 20);
        axis.draw(page, 0, HEIGHT);
        page.format(
                "<text class=\"name\" x=\"%.0f\" y=\"12\">at most %s in %s</text>",
                LABELS - 8, String.format(Locale.ROOT, "%,d", highest), Durations.format(step));
        line(page, axis, "volume", events, highest);
        line(page, axis, "bad", bad, highest);
        page.raw("</svg>\n");
    }

    private static Duration step(long spanMs) {
        return STEPS.stream()
                .filter(step -> spanMs / step.toMillis() <= MOST_POINTS)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
    }

    private static SortedMap<Long, Long> summed(
            SortedMap<Long, Volume.Sums> traffic, Duration step, ToLongFunction<Volume.Sums> what) {
        SortedMap<Long, Long> sums = new TreeMap<>();
        traffic.forEach((startMs, pane) -> sums.merge(
                Math.floorDiv(startMs, step.toMillis()) * step.toMillis(), what.applyAsLong(pane), Long::sum));
        return sums;
    }

    private static long largest(SortedMap<Long, Long> sums) {
        return sums.values().stream().mapToLong(Long::longValue).max().orElse(1);
    }

    private static void line(Markup page, TimeAxis axis, String kind, SortedMap<Long, Long> sums, long highest) {
        page.format("<polyline class=\"%s\" points=\"", kind);
        sums.forEach((ms, count) ->
                page.format("%.1f,%.1f ", axis.x(ms), HEIGHT - (double) count / Math.max(1, highest) * HEIGHT));
        page.raw("\"/>\n");
    }
}
