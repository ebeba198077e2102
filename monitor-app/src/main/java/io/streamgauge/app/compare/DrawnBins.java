package io.streamgauge.app.compare;

import io.streamgauge.statistics.comparison.Categories;
import io.streamgauge.statistics.comparison.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two samples as shares in the same few bins, to be drawn: equal intervals between the outermost percentiles of both, what is
 * beyond in the first and last; or the most frequent categories of the reference and one bin for all others.
 *
 * @param labels of the bins
 */
record DrawnBins(List<String> labels, List<Double> reference, List<Double> current) {

    static DrawnBins of(FeaturePair pair, int most) {
        return pair.reference() instanceof Numbers numbers
                ? numbers(numbers, (Numbers) pair.current(), most)
                : categories((Categories) pair.reference(), (Categories) pair.current(), most);
    }

    private static DrawnBins numbers(Numbers reference, Numbers current, int bins) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Numbers each : List.of(reference, current)) {
            if (each.compared() > 0) {
                low = Math.min(low, each.quantile(0.01));
                high = Math.max(high, each.quantile(0.99));
            }
        }
        int cells = high > low ? bins : 1;
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < cells && high >= low; i++) {
            labels.add(number(low + (high - low) / cells * i) + " to " + number(low + (high - low) / cells * (i + 1)));
        }
        return new DrawnBins(labels, shares(reference, low, high, cells), shares(current, low, high, cells));
    }

    private static List<Double> shares(Numbers sample, double low, double high, int cells) {
        List<Double> shares = new ArrayList<>();
        long before = 0;
        for (int i = 1; i <= cells && sample.compared() > 0; i++) {
            long below = i == cells ? sample.compared() : sample.lessThan(low + (high - low) / cells * i);
            shares.add((double) (below - before) / sample.compared());
            before = below;
        }
        return shares;
    }

    private static DrawnBins categories(Categories reference, Categories current, int bins) {
        Categories first = reference.compared() > 0 ? reference : current;
        List<String> shown = first.counts().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(bins - 1L)
                .map(Map.Entry::getKey)
                .toList();
        List<String> labels = new ArrayList<>(shown);
        labels.add("(others)");
        return new DrawnBins(labels, shares(reference, shown), shares(current, shown));
    }

    private static List<Double> shares(Categories sample, List<String> shown) {
        List<Double> shares = new ArrayList<>();
        double rest = 1;
        for (String value : shown) {
            double share =
                    sample.compared() == 0 ? 0 : (double) sample.counts().getOrDefault(value, 0L) / sample.compared();
            shares.add(share);
            rest -= share;
        }
        shares.add(sample.compared() == 0 || rest < 1e-12 ? 0.0 : rest);
        return shares;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
