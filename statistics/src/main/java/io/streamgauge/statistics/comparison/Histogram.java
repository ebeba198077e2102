package io.streamgauge.statistics.comparison;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * A histogram as TensorFlow Data Validation keeps it for one side: bucket i holds {@code mass[i]} between {@code low[i]}
 * and {@code high[i]}. A bucket with equal bounds is a point.
 */
final class Histogram {

    static final Histogram EMPTY = new Histogram(new double[0], new double[0], new double[0]);

    private final double[] low;
    private final double[] high;
    private final double[] mass;

    /** Takes the arrays over. */
    Histogram(double[] low, double[] high, double[] mass) {
        this.low = low;
        this.high = high;
        this.mass = mass;
    }

    /** Buckets of equal width over the sample's own range. */
    static Histogram standard(Numbers sample, int buckets) {
        if (sample.min() == sample.max()) {
            return point(sample);
        }
        double[] edges = Edges.width(sample.min(), sample.max(), buckets);
        EdgeBinning binning = new EdgeBinning((r, c) -> edges, EdgeBinning.Outside.IMPOSSIBLE, true, true);
        double[] counts = binning.count(sample, sample).reference();
        return new Histogram(Arrays.copyOf(edges, buckets), Arrays.copyOfRange(edges, 1, buckets + 1), counts);
    }

    /** Buckets of equal mass between the sample's own quantiles. */
    static Histogram quantiles(Numbers sample, int buckets) {
        var edges = new double[buckets + 1];
        for (int i = 0; i <= buckets; i++) {
            edges[i] = sample.quantile((double) i / buckets);
        }
        var mass = new double[buckets];
        Arrays.fill(mass, (double) sample.compared() / buckets);
        return new Histogram(Arrays.copyOf(edges, buckets), Arrays.copyOfRange(edges, 1, buckets + 1), mass);
    }

    private static Histogram point(Numbers sample) {
        double[] at = {sample.min()};
        return new Histogram(at, at, new double[] {sample.compared()});
    }

    /**
     * Two histograms on shared bins: the ranges are cut at all their bounds, the mass of each being spread evenly over its
     * pieces; points are bins of their own, which never match a range.
     */
    static Masses aligned(Histogram reference, Histogram current) {
        double[] bounds = bounds(reference, current, false);
        double[] points = bounds(reference, current, true);
        return new Masses(reference.on(bounds, points), current.on(bounds, points));
    }

    private static double[] bounds(Histogram a, Histogram b, boolean ofPoints) {
        var bounds = new TreeSet<Double>();
        for (Histogram each : new Histogram[] {a, b}) {
            for (int i = 0; i < each.mass.length; i++) {
                if (each.low[i] == each.high[i] == ofPoints) {
                    bounds.add(each.low[i]);
                    bounds.add(each.high[i]);
                }
            }
        }
        return bounds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double[] on(double[] bounds, double[] points) {
        int ranges = Math.max(0, bounds.length - 1);
        var spread = new double[ranges];
        var atPoints = new double[points.length];
        for (int i = 0; i < mass.length; i++) {
            if (low[i] == high[i]) {
                atPoints[Arrays.binarySearch(points, low[i])] += mass[i];
            } else {
                int to = Arrays.binarySearch(bounds, high[i]);
                for (int piece = Arrays.binarySearch(bounds, low[i]); piece < to; piece++) {
                    spread[piece] += mass[i] * ((bounds[piece + 1] - bounds[piece]) / (high[i] - low[i]));
                }
            }
        }
        return DoubleStream.concat(Arrays.stream(spread), Arrays.stream(atPoints))
                .toArray();
    }
}
