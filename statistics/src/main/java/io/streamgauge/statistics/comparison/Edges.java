package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.profile.Grid;
import java.util.Arrays;

/** The rules by which established tools choose edges, with the rounding of NumPy where they use it. */
final class Edges {

    private Edges() {}

    /**
     * The inner edges of bins of equal mass: linear quantiles of the reference, equal ones once, without the outermost two.
     * Where fewer than two remain (a constant, a yes or no) the edges of the baseline's grid, one bin for each value:
     * everything in a single bin would be a distance of 0, whatever happened.
     */
    static double[] quantiles(Numbers reference, int bins) {
        double step = 1.0 / bins;
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = reference.quantile(i * step);
        }
        edges[bins] = reference.quantile(1);
        double[] distinct = Arrays.stream(edges).distinct().toArray();
        return distinct.length < 4 ? grid(reference, bins) : Arrays.copyOfRange(distinct, 1, distinct.length - 1);
    }

    /** Edges of the grid that a baseline of this reference has. */
    static double[] grid(Numbers reference, int bins) {
        Grid grid = bins == Grid.DEFAULT_BINS ? reference.grid() : Grid.fromSample(reference.expanded(), bins);
        return grid.edges();
    }

    /** Bins of equal width from {@code low} to {@code high}; half a unit to either side of a constant. */
    static double[] width(double low, double high, int bins) {
        double from = low == high ? low - 0.5 : low;
        double to = low == high ? high + 0.5 : high;
        double step = (to - from) / bins;
        var edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = i * step + from;
        }
        edges[bins] = to;
        return edges;
    }

    /** Sturges' rule for n values in this range. Sturges 1926, doi:10.1080/01621459.1926.10502161. */
    static double[] sturges(double low, double high, long n) {
        double width = (high - low) / (log2((double) n) + 1);
        return width(low, high, width > 0 ? (int) Math.ceil((high - low) / width) : 1);
    }

    /** Doane's rule: Sturges' with more bins for a skewed sample. Doane 1976, doi:10.1080/00031305.1976.10479172. */
    static double[] doane(Numbers sample) {
        double n = sample.compared();
        double range = sample.max() - sample.min();
        double mean = sample.mean();
        double deviation = sample.deviation();
        if (n < 3 || deviation == 0) {
            return width(sample.min(), sample.max(), 1);
        }
        double skewness = sample.moment(mean, 3) / n / (deviation * deviation * deviation);
        double spread = Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
        double width = range / (1 + log2(n) + log2(1 + Math.abs(skewness) / spread));
        return width(sample.min(), sample.max(), (int) Math.ceil(range / width));
    }

    /** Exact for powers of two: a rounded one would add a bin. */
    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        return x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / Math.log(2);
    }
}
