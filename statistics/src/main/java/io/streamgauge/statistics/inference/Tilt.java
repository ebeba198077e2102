package io.streamgauge.statistics.inference;

import java.util.Map;
import java.util.TreeMap;

/**
 * The shares {@code p[b] exp(t g[b]) / exp(L(t))}, {@code L(t) = ln sum p[b] exp(t g[b])}: of all shares under which g has a given mean those that are
 * nearest to p. What a drift along g of that size looks like.
 */
final class Tilt {

    private static final int HALVINGS = 60;

    private final double[] values; // of g, ascending
    private final double[] masses;

    /** @param function g, with mean 0 and variance 1 under the shares */
    Tilt(double[] function, double[] shares) {
        Map<Double, Double> byValue = new TreeMap<>();
        for (int b = 0; b < shares.length; b++) {
            byValue.merge(function[b], shares[b], Double::sum);
        }
        values = byValue.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        masses = byValue.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The largest value of g: no mean is beyond. */
    double highest() {
        return values[values.length - 1];
    }

    double lowest() {
        return values[0];
    }

    /** L(t). */
    double cumulant(double t) {
        double largest = Math.max(t * highest(), t * lowest());
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += masses[i] * StrictMath.exp(t * values[i] - largest);
        }
        return largest + StrictMath.log(sum);
    }

    /** The t at which g has the mean {@code mean}, which is between {@link #lowest} and {@link #highest}. */
    double at(double mean) {
        double sign = Math.signum(mean);
        double far = 1;
        while (sign * meanAt(sign * far) < sign * mean) {
            far *= 2;
        }
        double low = 0;
        double high = far;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (sign * meanAt(sign * middle) < sign * mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return sign * high;
    }

    private double meanAt(double t) {
        double largest = Math.max(t * highest(), t * lowest());
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            double mass = masses[i] * StrictMath.exp(t * values[i] - largest);
            sum += mass * values[i];
            weight += mass;
        }
        return sum / weight;
    }
}
