package io.streamgauge.app.cli;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import java.util.Arrays;

/**
 * A distribution in one short line of text. Numbers: the mass in equal intervals between the 2nd and 98th percentile,
 * as bins of equal mass would look flat. Categories: the most frequent values, in falling order.
 */
final class Sparkline {
    private static final String BARS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final int CELLS = 24;

    private Sparkline() {}

    static String of(Profile profile) {
        return profile instanceof NumericProfile numeric
                ? drawn(mass(numeric))
                : drawn(mostFrequent((CategoricalProfile) profile));
    }

    private static double[] mostFrequent(CategoricalProfile profile) {
        return BaselineTable.byCount(profile)
                .limit(CELLS)
                .mapToDouble(profile::countOf)
                .toArray();
    }

    private static double[] mass(NumericProfile profile) {
        if (profile.finite() == 0) {
            return new double[0];
        }
        double low = profile.quantile(0.02);
        double high = profile.quantile(0.98);
        if (!(high > low)) {
            return new double[] {1};
        }
        Grid grid = profile.layout();
        long[] counts = profile.binCounts();
        double[] cells = new double[CELLS];
        for (int bin = 1; bin < grid.edgeCount(); bin++) {
            spread(
                    cells,
                    (double) counts[bin],
                    (grid.edge(bin - 1) - low) / (high - low),
                    (grid.edge(bin) - low) / (high - low));
        }
        return cells;
    }

    /** Adds a bin's count to the cells that it covers; {@code from} and {@code to} are shares of the whole width. */
    private static void spread(double[] cells, double count, double from, double to) {
        for (int cell = 0; cell < CELLS; cell++) {
            double covered = Math.min(to, (cell + 1.0) / CELLS) - Math.max(from, (double) cell / CELLS);
            if (covered > 0) {
                cells[cell] += count * covered / (to - from);
            }
        }
    }

    private static String drawn(double[] cells) {
        double highest = Arrays.stream(cells).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (double cell : cells) {
            line.append(BARS.charAt(highest == 0 ? 0 : (int) Math.ceil(cell / highest * (BARS.length() - 1))));
        }
        return line.toString();
    }
}
