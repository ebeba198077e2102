package io.streamgauge.statistics.inference;

import java.util.Collection;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How far is the number of events of a window from the mean of earlier windows of its kind (the same hour of the week), when nothing
 * changed? Numbers are taken by their logarithm, {@code ln(events + 1)}; what a window is off its mean is taken as normal with one variance
 * for all kinds, pooled within them. With k earlier windows the distance of a new one, over
 * {@code s sqrt(1 + 1/k)}, has Student's t distribution with as many degrees of freedom as the pooled variance.
 *
 * @param deviation s, the pooled standard deviation; 0 if all windows of each kind are the same
 * @param freedom its degrees of freedom; 0: nothing is known
 */
public record VolumeNull(double deviation, int freedom) {
    /** Fewer say too little of the tail. */
    private static final int LEAST_FREEDOM = 7;

    /** @param kinds the logarithms of the numbers of events, by kind of window */
    public static VolumeNull fit(Collection<List<Double>> kinds) {
        double squares = 0;
        int freedom = 0;
        for (List<Double> kind : kinds) {
            double mean = mean(kind);
            squares += kind.stream()
                    .mapToDouble(log -> (log - mean) * (log - mean))
                    .sum();
            freedom += Math.max(0, kind.size() - 1);
        }
        return new VolumeNull(freedom == 0 ? 0 : Math.sqrt(squares / freedom), freedom);
    }

    /** {@code ln(events + 1)}. */
    public static double logOf(long events) {
        return Math.log1p((double) events);
    }

    /** The number of events that a logarithm stands for. */
    public static long eventsOf(double log) {
        return Math.round(Math.expm1(log));
    }

    /** 0 if there are none. */
    public static double mean(List<Double> logs) {
        return logs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Whether there were windows enough to know how they vary. */
    public boolean isKnown() {
        return freedom >= LEAST_FREEDOM;
    }

    /** The distance, without its sign, that is exceeded with probability {@code level}, after {@code k} earlier windows. */
    public double quantile(double level, int k) {
        return scale(k) * new TDistribution(freedom).inverseCumulativeProbability(1 - level / 2);
    }

    /** Probability of that distance, without its sign, or a larger one. */
    public double pValue(double distance, int k) {
        double scale = scale(k);
        if (scale == 0) {
            return distance > 0 ? 0 : 1;
        }
        return 2 * new TDistribution(freedom).cumulativeProbability(-distance / scale);
    }

    private double scale(int k) {
        return deviation * Math.sqrt(1 + 1.0 / k);
    }
}
