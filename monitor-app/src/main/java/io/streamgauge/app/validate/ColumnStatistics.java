package io.streamgauge.app.validate;

import io.streamgauge.statistics.tfdv.Aggregates;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Histogram;
import io.streamgauge.statistics.tfdv.Level;
import io.streamgauge.statistics.tfdv.NumericSummary;
import io.streamgauge.statistics.tfdv.Presences;
import io.streamgauge.statistics.tfdv.SortedNumbers;
import io.streamgauge.statistics.tfdv.TextSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column while its rows are read. A column of whole numbers is INT, of numbers FLOAT, of anything else
 * STRING. Keeps all numbers, since the buckets depend on the range. Not thread-safe.
 */
final class ColumnStatistics {
    private static final int BUCKETS = 10;

    private final String name;
    private final Map<String, Double> texts = new HashMap<>();
    private double[] numbers = new double[1024];
    private int numberCount;
    private long present;
    private boolean whole = true;
    private boolean numeric = true;

    ColumnStatistics(String name) {
        this.name = name;
    }

    void number(double value, @Nullable String text) {
        present++;
        whole &= value == Math.rint(value) && !Double.isInfinite(value) && text != null && text.indexOf('.') < 0;
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, numberCount * 2);
        }
        numbers[numberCount++] = value;
        texts.merge(text == null ? Double.toString(value) : text, 1.0, Double::sum);
    }

    void text(String text) {
        present++;
        numeric = false;
        texts.merge(text, 1.0, Double::sum);
    }

    FeatureStatistics summary(long rows) {
        DataType type = !numeric ? DataType.STRING : whole && numberCount > 0 ? DataType.INT : DataType.FLOAT;
        int length = present == 0 ? 0 : 1;
        double missing = rows - present;
        return new FeatureStatistics(
                List.of(name),
                type,
                new Presences(present, missing, present, List.of(new Level(length, length, missing))),
                numeric ? numericSummary() : null,
                numeric ? null : new TextSummary(texts.size(), 0, texts),
                null,
                0,
                List.of(),
                false);
    }

    private NumericSummary numericSummary() {
        double[] finite = Arrays.stream(numbers, 0, numberCount)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double nan = numberCount - finite.length;
        if (finite.length == 0) {
            return new NumericSummary(0, 0, List.of(new Histogram(Histogram.Kind.STANDARD, nan, List.of())));
        }
        return new NumericSummary(
                finite[0],
                finite[finite.length - 1],
                List.of(
                        new Histogram(Histogram.Kind.STANDARD, nan, equalWidth(finite)),
                        new Histogram(Histogram.Kind.QUANTILES, nan, equalCount(finite))),
                aggregates(finite));
    }

    private Aggregates aggregates(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        SortedNumbers sorted = SortedNumbers.of(values);
        return new Aggregates(
                mean,
                Math.sqrt(squares / values.length),
                sorted.quantile(0.5),
                (double) Arrays.stream(values).filter(value -> value == 0).count(),
                (long) texts.size(),
                sorted);
    }

    private static List<Histogram.Bucket> equalWidth(double[] sorted) {
        double[] finite = Arrays.stream(sorted).filter(Double::isFinite).toArray();
        List<Histogram.Bucket> buckets = new ArrayList<>();
        long low = Arrays.stream(sorted)
                .filter(value -> value == Double.NEGATIVE_INFINITY)
                .count();
        if (low > 0) {
            buckets.add(new Histogram.Bucket(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, low));
        }
        if (finite.length > 0) {
            addFinite(finite, buckets);
        }
        long high = sorted.length - finite.length - low;
        if (high > 0) {
            buckets.add(new Histogram.Bucket(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, high));
        }
        return buckets;
    }

    private static void addFinite(double[] finite, List<Histogram.Bucket> buckets) {
        double min = finite[0];
        double max = finite[finite.length - 1];
        if (min == max) {
            buckets.add(new Histogram.Bucket(min, max, finite.length));
            return;
        }
        long[] counts = new long[BUCKETS];
        double width = (max - min) / BUCKETS;
        for (double value : finite) {
            counts[Math.min(BUCKETS - 1, (int) ((value - min) / width))]++;
        }
        for (int i = 0; i < BUCKETS; i++) {
            double end = i == BUCKETS - 1 ? max : min + (i + 1) * width;
            buckets.add(new Histogram.Bucket(min + i * width, end, counts[i]));
        }
    }

    private static List<Histogram.Bucket> equalCount(double[] sorted) {
        List<Histogram.Bucket> buckets = new ArrayList<>();
        double share = (double) sorted.length / BUCKETS;
        for (int i = 0; i < BUCKETS; i++) {
            double low = sorted[(int) Math.min(sorted.length - 1L, (long) (i * share))];
            double high = sorted[(int) Math.min(sorted.length - 1L, (long) ((i + 1) * share))];
            buckets.add(new Histogram.Bucket(low, high, share));
        }
        return buckets;
    }
}
