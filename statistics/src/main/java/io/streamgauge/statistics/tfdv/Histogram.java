package io.streamgauge.statistics.tfdv;

import java.util.List;

/** Counts of numbers in buckets, in ascending order; NaN is counted apart. */
public record Histogram(Kind kind, double nan, List<Bucket> buckets) {
    /** How the buckets were chosen: of equal width, or of equal count. */
    public enum Kind {
        STANDARD,
        QUANTILES
    }

    /** The numbers in {@code [low, high)}; where both are the same, that number. */
    public record Bucket(double low, double high, double count) {
        boolean isPoint() {
            return low == high;
        }

        boolean isInfinite() {
            return Double.isInfinite(low) || Double.isInfinite(high);
        }
    }

    public Histogram {
        buckets = List.copyOf(buckets);
    }
}
