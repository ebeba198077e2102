package io.streamgauge.statistics.tfdv;

import java.util.Arrays;

/** Numbers in ascending order, without NaN; for quantiles that are exact. */
public final class SortedNumbers {
    private final double[] sorted;

    private SortedNumbers(double[] sorted) {
        this.sorted = sorted;
    }

    /** A sorted copy; NaN is left out. */
    public static SortedNumbers of(double... numbers) {
        return new SortedNumbers(Arrays.stream(numbers)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray());
    }

    public int size() {
        return sorted.length;
    }

    /**
     * The number below which a share of all numbers lies, between two of them in proportion.
     *
     * @param share 0 to 1
     * @return NaN if there are no numbers
     */
    public double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        double part = position - below;
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[above] - sorted[below]);
    }
}
