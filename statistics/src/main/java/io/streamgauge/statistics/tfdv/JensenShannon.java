package io.streamgauge.statistics.tfdv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The Jensen-Shannon divergence to base 2, in [0, 1], after the conventions of TensorFlow Data Validation.
 *
 * <p>Two histograms are aligned on the boundaries of both, each bucket spread evenly over the parts that it covers. A
 * point (a bucket without width) matches only the same point, never a range. There is no value where the histograms are of
 * different kinds or one of them is empty.
 */
public final class JensenShannon {
    /** Whether NaN matches NaN, and infinity infinity. */
    public enum Specials {
        /** As upstream: data of nothing but NaN are as far from themselves as can be. */
        MISMATCHED,
        MATCHED
    }

    private JensenShannon() {}

    /** The divergence between counts by value; none if either side has no counts. */
    public static OptionalDouble between(Map<String, Double> p, Map<String, Double> q) {
        List<double[]> masses = new ArrayList<>();
        for (String value : RankDistances.union(p, q)) {
            masses.add(new double[] {p.getOrDefault(value, 0.0), q.getOrDefault(value, 0.0)});
        }
        return divergence(masses);
    }

    /** The divergence between two histograms. */
    public static OptionalDouble between(Histogram p, Histogram q, Specials specials) {
        if (p.kind() != q.kind()) {
            return OptionalDouble.empty();
        }
        List<double[]> masses = ranges(p, q);
        points(p, q).values().forEach(masses::add);
        special(masses, p.nan(), q.nan(), specials);
        special(masses, infinite(p, false), infinite(q, false), specials);
        special(masses, infinite(p, true), infinite(q, true), specials);
        return divergence(masses);
    }

    private static List<double[]> ranges(Histogram p, Histogram q) {
        NavigableSet<Double> boundaries = new TreeSet<>();
        addBoundaries(p, boundaries);
        addBoundaries(q, boundaries);
        NavigableMap<Double, double[]> parts = new TreeMap<>();
        boundaries.forEach(boundary -> parts.put(boundary, new double[2]));
        spread(p, parts, 0);
        spread(q, parts, 1);
        return new ArrayList<>(parts.values());
    }

    private static void addBoundaries(Histogram histogram, NavigableSet<Double> boundaries) {
        for (Histogram.Bucket bucket : histogram.buckets()) {
            if (isRange(bucket)) {
                boundaries.add(bucket.low());
                boundaries.add(bucket.high());
            }
        }
    }

    private static void spread(Histogram histogram, NavigableMap<Double, double[]> parts, int side) {
        for (Histogram.Bucket bucket : histogram.buckets()) {
            if (!isRange(bucket)) {
                continue;
            }
            for (Map.Entry<Double, double[]> part :
                    parts.subMap(bucket.low(), true, bucket.high(), false).entrySet()) {
                double width = parts.higherKey(part.getKey()) - part.getKey();
                part.getValue()[side] += bucket.count() * (width / (bucket.high() - bucket.low()));
            }
        }
    }

    private static Map<Double, double[]> points(Histogram p, Histogram q) {
        Map<Double, double[]> points = new TreeMap<>();
        addPoints(p, points, 0);
        addPoints(q, points, 1);
        return points;
    }

    private static void addPoints(Histogram histogram, Map<Double, double[]> points, int side) {
        for (Histogram.Bucket bucket : histogram.buckets()) {
            if (bucket.isPoint() && !bucket.isInfinite()) {
                points.computeIfAbsent(bucket.low(), point -> new double[2])[side] += bucket.count();
            }
        }
    }

    /** The mass of buckets with an infinite bound: only the lower one, or the upper one. */
    private static double infinite(Histogram histogram, boolean upper) {
        return histogram.buckets().stream()
                .filter(Histogram.Bucket::isInfinite)
                .filter(bucket -> (bucket.high() == Double.POSITIVE_INFINITY) == upper)
                .mapToDouble(Histogram.Bucket::count)
                .sum();
    }

    private static void special(List<double[]> masses, double p, double q, Specials specials) {
        if (specials == Specials.MATCHED) {
            masses.add(new double[] {p, q});
        } else {
            masses.add(new double[] {p, 0});
            masses.add(new double[] {0, q});
        }
    }

    private static boolean isRange(Histogram.Bucket bucket) {
        return !bucket.isPoint() && !bucket.isInfinite();
    }

    private static OptionalDouble divergence(List<double[]> masses) {
        double totalP = masses.stream().mapToDouble(mass -> mass[0]).sum();
        double totalQ = masses.stream().mapToDouble(mass -> mass[1]).sum();
        if (totalP == 0 || totalQ == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double[] mass : masses) {
            double p = mass[0] / totalP;
            double q = mass[1] / totalQ;
            double middle = (p + q) / 2;
            sum += term(p, middle) + term(q, middle);
        }
        return OptionalDouble.of(Math.min(1, Math.max(0, sum / 2)));
    }

    private static double term(double p, double middle) {
        return p > 0 ? p * Math.log(p / middle) / Math.log(2) : 0;
    }
}
