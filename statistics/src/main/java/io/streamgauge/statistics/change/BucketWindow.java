package io.streamgauge.statistics.change;

import java.util.ArrayList;
import java.util.List;

/**
 * A window over the latest values as an exponential histogram: buckets of 1, 2, 4, ... values, each with its sum and its sum
 * of squared deviations, at most a given number of each size. When there is one too many, the two oldest of that size become
 * one of the next. B. Babcock et al.: Maintaining variance and k-medians over data stream windows. PODS 2003,
 * doi:10.1145/773153.773176.
 */
final class BucketWindow {
    /** More values than this many doublings cannot be counted in a long. */
    private static final int MAX_SIZES = 60;

    /** Asks whether two parts of the window, the older one first, differ. */
    @FunctionalInterface
    interface Cut {
        boolean differ(double n0, double sum0, double n1, double sum1);
    }

    /** The buckets of one size, the oldest first. */
    private static final class Row {
        final double[] sums;
        final double[] deviations;
        int size;

        Row(int capacity) {
            sums = new double[capacity];
            deviations = new double[capacity];
        }

        void add(double sum, double deviation) {
            sums[size] = sum;
            deviations[size++] = deviation;
        }

        void removeOldest(int count) {
            System.arraycopy(sums, count, sums, 0, size - count);
            System.arraycopy(deviations, count, deviations, 0, size - count);
            size -= count;
        }
    }

    private final int maxBuckets;
    /** By size, the smallest (and newest) first; row {@code i} holds buckets of {@code 2^i} values. */
    private final List<Row> rows = new ArrayList<>();

    private double width;
    private double sum;
    private double deviation;

    BucketWindow(int maxBuckets) {
        this.maxBuckets = maxBuckets;
        clear();
    }

    void clear() {
        rows.clear();
        rows.add(newRow());
        width = 0;
        sum = 0;
        deviation = 0;
    }

    private Row newRow() {
        return new Row(maxBuckets + 1);
    }

    /** The number of values. */
    double width() {
        return width;
    }

    /** The population variance of the values; by rounding it may be a little below 0, or not a number when empty. */
    double variance() {
        return Math.max(0, deviation) / width;
    }

    void add(double value) {
        rows.get(0).add(value, 0);
        width++;
        if (width > 1) {
            double distance = value - sum / (width - 1);
            deviation += (width - 1) * distance * distance / width;
        }
        sum += value;
        merge();
    }

    private void merge() {
        double n = 1;
        for (int i = 0; rows.get(i).size > maxBuckets; i++, n *= 2) {
            Row row = rows.get(i);
            if (i + 1 == rows.size()) {
                rows.add(newRow());
            }
            double distance = row.sums[0] / n - row.sums[1] / n;
            double between = n * n * distance * distance / (n + n);
            rows.get(i + 1).add(row.sums[0] + row.sums[1], row.deviations[0] + row.deviations[1] + between);
            row.removeOldest(2);
        }
    }

    /** Whether the window differs at any border that is looked at, from the oldest on. */
    boolean anyCut(Cut cut) {
        double n0 = 0;
        double n1 = width;
        double sum0 = 0;
        double sum1 = sum;
        for (int i = rows.size() - 1; i >= 0; i--) {
            Row row = rows.get(i);
            double n = bucketSize(i);
            // As in river: the newest bucket of each size is not moved over, and so counts with the newer part
            // throughout.
            for (int k = 0; k < row.size - 1; k++) {
                n0 += n;
                n1 -= n;
                sum0 += row.sums[k];
                sum1 -= row.sums[k];
                if (cut.differ(n0, sum0, n1, sum1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Forgets the oldest bucket. */
    void dropOldest() {
        int last = rows.size() - 1;
        Row row = rows.get(last);
        double n = bucketSize(last);
        double bucketMean = row.sums[0] / n;
        width -= n;
        sum -= row.sums[0];
        double distance = bucketMean - sum / width;
        deviation -= row.deviations[0] + n * width * distance * distance / (n + width);
        row.removeOldest(1);
        if (row.size == 0) {
            rows.remove(last);
        }
    }

    private static double bucketSize(int row) {
        return 1L << row;
    }

    void write(StateWriter writer) {
        writer.number(sum).number(deviation).count(rows.size());
        for (Row row : rows) {
            writer.count(row.size);
            for (int k = 0; k < row.size; k++) {
                writer.number(row.sums[k]).number(row.deviations[k]);
            }
        }
    }

    void read(StateReader reader) {
        clear();
        sum = reader.finite();
        deviation = reader.finite();
        int sizes = (int) reader.count(1, MAX_SIZES);
        for (int i = 0; i < sizes; i++) {
            if (i > 0) {
                rows.add(newRow());
            }
            // Only the window of no values has a size without buckets.
            long buckets = reader.count(sizes == 1 ? 0 : 1, maxBuckets);
            for (int k = 0; k < buckets; k++) {
                rows.get(i).add(reader.finite(), reader.finite());
            }
            width += buckets * bucketSize(i);
        }
    }
}
