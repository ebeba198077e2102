package io.streamgauge.checks.schema;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.tfdv.Aggregates;
import io.streamgauge.statistics.tfdv.Histogram;
import io.streamgauge.statistics.tfdv.NumericSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * A numeric profile as range, histogram, and what its moments say. The bins of the grid stand for either kind of histogram, so that quantiles
 * are as near as a bin is wide. Infinite values make the mean infinite, or NaN where they have both signs, and the standard deviation NaN.
 */
final class GridSummary {
    private GridSummary() {}

    static NumericSummary of(NumericProfile profile) {
        List<Histogram.Bucket> buckets = buckets(profile);
        var histograms = List.of(
                new Histogram(Histogram.Kind.STANDARD, profile.nan(), buckets),
                new Histogram(Histogram.Kind.QUANTILES, profile.nan(), buckets));
        return buckets.isEmpty()
                ? new NumericSummary(0, 0, histograms)
                : new NumericSummary(min(profile), max(profile), histograms, aggregates(profile, histograms));
    }

    private static Aggregates aggregates(NumericProfile profile, List<Histogram> histograms) {
        boolean finite = profile.negativeInfinity() + profile.positiveInfinity() == 0;
        double median = new NumericSummary(min(profile), max(profile), histograms).quantile(0.5);
        return new Aggregates(
                finite ? profile.mean() : infiniteMean(profile),
                finite ? profile.standardDeviation() : Double.NaN,
                median,
                profile.zeros(),
                null,
                null);
    }

    private static double infiniteMean(NumericProfile profile) {
        double below = profile.negativeInfinity() > 0 ? Double.NEGATIVE_INFINITY : 0;
        return profile.positiveInfinity() > 0 ? below + Double.POSITIVE_INFINITY : below;
    }

    private static double min(NumericProfile profile) {
        if (profile.negativeInfinity() > 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return profile.finite() > 0 ? profile.min() : Double.POSITIVE_INFINITY;
    }

    private static double max(NumericProfile profile) {
        if (profile.positiveInfinity() > 0) {
            return Double.POSITIVE_INFINITY;
        }
        return profile.finite() > 0 ? profile.max() : Double.NEGATIVE_INFINITY;
    }

    private static List<Histogram.Bucket> buckets(NumericProfile profile) {
        Grid grid = profile.layout();
        long[] counts = profile.binCounts();
        int last = grid.edgeCount();
        var buckets = new ArrayList<Histogram.Bucket>();
        add(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, profile.negativeInfinity(), buckets);
        for (int bin = 0; bin <= last; bin++) {
            double low = bin == 0 ? profile.min() : grid.edge(bin - 1);
            double high = bin == last ? Math.max(low, profile.max()) : grid.edge(bin);
            add(low, high, counts[bin], buckets);
        }
        add(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, profile.positiveInfinity(), buckets);
        return buckets;
    }

    private static void add(double low, double high, long count, List<Histogram.Bucket> buckets) {
        if (count > 0) {
            buckets.add(new Histogram.Bucket(low, high, count));
        }
    }
}
