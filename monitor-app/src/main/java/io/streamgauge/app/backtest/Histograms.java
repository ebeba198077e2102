package io.streamgauge.app.backtest;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Two profiles of a feature over each other: shares of rows in the same bins. */
final class Histograms {
    private static final int MOST_BARS = 32;
    private static final double WIDTH = 480;
    private static final double HEIGHT = 120;
    private static final double FOOT = 16;

    private Histograms() {}

    /** Shares in bins that are drawn; neighbouring bins of a grid, or rare categories, are drawn together. */
    private record Bars(List<String> labels, List<Double> before, List<Double> after) {}

    static void draw(Markup page, String caption, Profile before, Profile after) {
        Bars bars = bars(before, after);
        double highest = 1e-9;
        for (int i = 0; i < bars.labels().size(); i++) {
            highest = Math.max(
                    highest, Math.max(bars.before().get(i), bars.after().get(i)));
        }
        page.format(
                "<figure><svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH, HEIGHT + FOOT, caption);
        double step = WIDTH / bars.labels().size();
        for (int i = 0; i < bars.labels().size(); i++) {
            String title = String.format(
                    Locale.ROOT,
                    "%s: baseline %.2f %%, window %.2f %%",
                    bars.labels().get(i),
                    100 * bars.before().get(i),
                    100 * bars.after().get(i));
            page.format("<g><title>%s</title>", title);
            bar(page, "before", i * step, step * 0.45, bars.before().get(i) / highest);
            bar(page, "after", i * step + step * 0.45, step * 0.45, bars.after().get(i) / highest);
            page.raw("</g>");
        }
        foot(page, bars.labels());
        page.format("</svg><figcaption>%s</figcaption></figure>%n", caption);
    }

    private static void bar(Markup page, String side, double x, double width, double share) {
        page.format(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\"/>",
                side, x, HEIGHT - share * HEIGHT, Math.max(0.8, width), share * HEIGHT);
    }

    private static void foot(Markup page, List<String> labels) {
        page.format(
                "<text class=\"tick first\" x=\"0\" y=\"%.0f\">%s</text><text class=\"tick last\" x=\"%.0f\" y=\"%.0f\">%s</text>",
                HEIGHT + 12, labels.get(0), WIDTH, HEIGHT + 12, labels.get(labels.size() - 1));
    }

    private static Bars bars(Profile before, Profile after) {
        Layout layout = before.layout();
        long[] old = before.binCounts();
        long[] now = after.binCounts();
        return layout instanceof Grid
                ? together(
                        layout, old, now, IntStream.range(0, old.length).boxed().toList(), false)
                : together(
                        layout,
                        old,
                        now,
                        IntStream.range(0, old.length)
                                .boxed()
                                .sorted(Comparator.comparingLong(
                                                (Integer i) -> -Math.max(old[i] * sum(now), now[i] * sum(old)))
                                        .thenComparing(i -> i))
                                .toList(),
                        true);
    }

    /** Empty bins are left out; of many, runs of neighbours share a bar, or the rarest share the last. */
    private static Bars together(Layout layout, long[] old, long[] now, List<Integer> order, boolean rarestLast) {
        List<Integer> used = order.stream().filter(i -> old[i] + now[i] > 0).toList();
        int run = rarestLast ? 1 : Math.max(1, (used.size() + MOST_BARS - 1) / MOST_BARS);
        var bars = new Bars(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < used.size(); ) {
            boolean rest = rarestLast && bars.labels().size() == MOST_BARS - 1;
            int end = rest ? used.size() : Math.min(used.size(), i + run);
            long before = 0;
            long after = 0;
            for (int k = i; k < end; k++) {
                before += old[used.get(k)];
                after += now[used.get(k)];
            }
            bars.labels().add(rest ? "(others)" : layout.binLabel(used.get(i)));
            bars.before().add(before / (double) Math.max(1, sum(old)));
            bars.after().add(after / (double) Math.max(1, sum(now)));
            i = end;
        }
        if (bars.labels().isEmpty()) {
            bars.labels().add("(no rows)");
            bars.before().add(0.0);
            bars.after().add(0.0);
        }
        return bars;
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
