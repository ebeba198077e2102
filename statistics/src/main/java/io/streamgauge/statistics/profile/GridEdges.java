package io.streamgauge.statistics.profile;

import java.util.Arrays;

/** Chooses the edges of a {@link Grid} from a sample. */
final class GridEdges {

    private final double[] edges;
    private int length;

    private GridEdges(int capacity) {
        edges = new double[capacity];
    }

    static double[] fromSample(double[] values, int maxBins) {
        if (maxBins < 1 || maxBins >= Grid.MAX_EDGES) {
            throw new IllegalArgumentException(
                    "maxBins of a grid must be 1 to " + (Grid.MAX_EDGES - 1) + ", got " + maxBins);
        }
        double[] sorted = sorted(values);
        if (sorted.length == 0) {
            return new double[] {0};
        }
        double[] distinct = firstDistinct(sorted, maxBins + 1);
        var chosen = new GridEdges(maxBins + 1);
        chosen.add(sorted[0]);
        if (distinct.length <= maxBins) {
            chosen.addBetween(distinct);
        } else {
            chosen.addQuantiles(sorted, maxBins);
        }
        chosen.add(Math.min(Double.MAX_VALUE, Math.nextUp(sorted[sorted.length - 1])));
        return Arrays.copyOf(chosen.edges, chosen.length);
    }

    private static double[] sorted(double[] values) {
        var finite = new double[values.length];
        int length = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                finite[length++] = value + 0.0; // -0.0 becomes 0.0
            }
        }
        Arrays.sort(finite, 0, length);
        return length == values.length ? finite : Arrays.copyOf(finite, length);
    }

    private static double[] firstDistinct(double[] sorted, int limit) {
        var distinct = new double[Math.min(limit, sorted.length)];
        int length = 0;
        for (int i = 0; i < sorted.length && length < distinct.length; i++) {
            if (i == 0 || sorted[i] > sorted[i - 1]) {
                distinct[length++] = sorted[i];
            }
        }
        return Arrays.copyOf(distinct, length);
    }

    private void addBetween(double[] distinct) {
        for (int i = 1; i < distinct.length; i++) {
            // Halves first: the sum of two large values would be infinite.
            double middle = distinct[i - 1] / 2 + distinct[i] / 2;
            add(middle > distinct[i - 1] && middle <= distinct[i] ? middle : distinct[i]);
        }
    }

    private void addQuantiles(double[] sorted, int bins) {
        for (long i = 1; i < bins; i++) {
            double quantile = sorted[(int) (i * sorted.length / bins)];
            // A second quantile at the same value: it has more mass than a bin, so close a bin around this value.
            add(quantile > edges[length - 1] ? quantile : Math.nextUp(quantile));
        }
    }

    private void add(double edge) {
        if (length == 0 || (edge > edges[length - 1] && edge <= Double.MAX_VALUE)) {
            edges[length++] = edge;
        }
    }
}
