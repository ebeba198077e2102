package io.streamgauge.app.backtest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Event time from left to right, UTC. */
record TimeAxis(long fromMs, long toMs, double left, double width) {
    private static final int MOST_TICKS = 9;

    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(30),
            Duration.ofDays(91),
            Duration.ofDays(365));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

    double x(long ms) {
        double share = (double) (ms - fromMs) / Math.max(1, toMs - fromMs);
        return left + width * Math.min(1, Math.max(0, share));
    }

    /** Faint lines with their times below, at {@code y}. */
    void draw(Markup page, double top, double y) {
        Duration step = step();
        DateTimeFormatter format = step.toHours() < 24 ? HOUR : DAY;
        long stepMs = step.toMillis();
        for (long ms = Math.floorDiv(fromMs + stepMs - 1, stepMs) * stepMs; ms <= toMs; ms += stepMs) {
            page.format("<line class=\"tick\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>", x(ms), x(ms), top, y);
            page.format(
                    "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                    x(ms), y + 14, format.format(Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC)));
        }
    }

    private Duration step() {
        for (Duration step : STEPS) {
            if ((toMs - fromMs) / step.toMillis() < MOST_TICKS) {
                return step;
            }
        }
        return STEPS.get(STEPS.size() - 1);
    }
}
