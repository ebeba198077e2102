package io.streamgauge.statistics.tfdv;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Distances between counts by value. A value that one side lacks counts as zero there. */
public final class RankDistances {
    /** The largest difference and the value that has it. */
    public record Largest(String value, double difference) {}

    private RankDistances() {}

    /**
     * The largest difference of two shares: {@code max |p - q|}, in [0, 1]. A side without counts has no shares. Of equal
     * differences the last value in order is named.
     */
    public static Largest infinityNorm(Map<String, Double> p, Map<String, Double> q) {
        double totalP = total(p);
        double totalQ = total(q);
        Largest largest = new Largest("", 0);
        for (String value : union(p, q)) {
            double difference = Math.abs(share(p, value, totalP) - share(q, value, totalQ));
            if (difference >= largest.difference()) {
                largest = new Largest(value, difference);
            }
        }
        return largest;
    }

    /** The largest difference of two counts over all counts: {@code max |x - y| / (sum x + sum y)}, in [0, 1]. */
    public static Largest normalizedAbsoluteDifference(Map<String, Double> x, Map<String, Double> y) {
        double total = total(x) + total(y);
        Largest largest = new Largest("", 0);
        for (String value : union(x, y)) {
            double difference = Math.abs(x.getOrDefault(value, 0.0) - y.getOrDefault(value, 0.0));
            double normalized = total == 0 ? 0 : difference / total;
            if (normalized >= largest.difference()) {
                largest = new Largest(value, normalized);
            }
        }
        return largest;
    }

    static double total(Map<String, Double> counts) {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static Set<String> union(Map<String, Double> p, Map<String, Double> q) {
        Set<String> union = new TreeSet<>(p.keySet());
        union.addAll(q.keySet());
        return union;
    }

    private static double share(Map<String, Double> counts, String value, double total) {
        return total == 0 ? 0 : counts.getOrDefault(value, 0.0) / total;
    }
}
