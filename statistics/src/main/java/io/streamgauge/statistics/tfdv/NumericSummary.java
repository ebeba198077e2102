package io.streamgauge.statistics.tfdv;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The range and the histograms of a numeric feature. Infinite values count for the range, NaN does not.
 *
 * @param aggregates null if only the range and the histograms are known
 */
public record NumericSummary(
        double min,
        double max,
        List<Histogram> histograms,
        @Nullable Aggregates aggregates) {
    public static final NumericSummary NONE = new NumericSummary(0, 0, List.of());

    public NumericSummary {
        histograms = List.copyOf(histograms);
    }

    /** One without aggregates. */
    public NumericSummary(double min, double max, List<Histogram> histograms) {
        this(min, max, histograms, null);
    }

    /** The first histogram of that kind. */
    public Optional<Histogram> histogram(Histogram.Kind kind) {
        return histograms.stream().filter(one -> one.kind() == kind).findFirst();
    }

    /**
     * The number below which a share of all numbers lies: of the sorted numbers, or else of the buckets of equal count, evenly
     * within each.
     *
     * @param share 0 to 1
     * @return NaN if neither is known
     */
    public double quantile(double share) {
        if (aggregates != null && aggregates.sorted() != null) {
            return aggregates.sorted().quantile(share);
        }
        return histogram(Histogram.Kind.QUANTILES)
                .map(histogram -> quantile(histogram, share))
                .orElse(Double.NaN);
    }

    private static double quantile(Histogram histogram, double share) {
        double total = histogram.buckets().stream()
                .mapToDouble(Histogram.Bucket::count)
                .sum();
        double left = share * total;
        double last = Double.NaN;
        for (Histogram.Bucket bucket : histogram.buckets()) {
            if (left <= bucket.count() && bucket.count() > 0) {
                return bucket.isPoint()
                        ? bucket.low()
                        : bucket.low() + left / bucket.count() * (bucket.high() - bucket.low());
            }
            left -= bucket.count();
            last = bucket.high();
        }
        return last;
    }
}
