package io.streamgauge.statistics.tfdv;

import java.util.List;
import java.util.Optional;

/** The range and the histograms of a numeric feature. Infinite values count for the range, NaN does not. */
public record NumericSummary(double min, double max, List<Histogram> histograms) {
    public static final NumericSummary NONE = new NumericSummary(0, 0, List.of());

    public NumericSummary {
        histograms = List.copyOf(histograms);
    }

    /** The first histogram of that kind. */
    public Optional<Histogram> histogram(Histogram.Kind kind) {
        return histograms.stream().filter(one -> one.kind() == kind).findFirst();
    }
}
