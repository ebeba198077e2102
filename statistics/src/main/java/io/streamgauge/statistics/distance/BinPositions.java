package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;

/**
 * Where on the line the values of each finite bin are taken to be. The two sides share the midpoints of the regular bins
 * and have their own position in each outer bin.
 */
final class BinPositions {

    private final double[] points; // ascending: two for underflow, midpoints, two for overflow
    private final boolean referenceFirstBelow;
    private final boolean referenceFirstAbove;

    private BinPositions(double[] points, boolean referenceFirstBelow, boolean referenceFirstAbove) {
        this.points = points;
        this.referenceFirstBelow = referenceFirstBelow;
        this.referenceFirstAbove = referenceFirstAbove;
    }

    static BinPositions of(NumericProfile reference, NumericProfile current) {
        Grid grid = reference.layout();
        int edges = grid.edgeCount();
        double belowReference = orElse(reference.underflowMean(), grid.edge(0));
        double belowCurrent = orElse(current.underflowMean(), grid.edge(0));
        double aboveReference = orElse(reference.overflowMean(), grid.edge(edges - 1));
        double aboveCurrent = orElse(current.overflowMean(), grid.edge(edges - 1));
        var points = new double[edges + 3];
        points[0] = Math.min(belowReference, belowCurrent);
        points[1] = Math.max(belowReference, belowCurrent);
        for (int i = 1; i < edges; i++) {
            points[i + 1] = grid.edge(i - 1) / 2 + grid.edge(i) / 2;
        }
        points[edges + 1] = Math.min(aboveReference, aboveCurrent);
        points[edges + 2] = Math.max(aboveReference, aboveCurrent);
        return new BinPositions(points, belowReference <= belowCurrent, aboveReference <= aboveCurrent);
    }

    /**
     * For windows whose outer values nobody has seen: where the reference has none, they stand as far beyond the outermost edge as
     * the middle of the last bin is inside it. (At the edge itself, a new maximum would cost next to nothing.)
     */
    static BinPositions expecting(NumericProfile reference) {
        Grid grid = reference.layout();
        int edges = grid.edgeCount();
        double first = grid.edge(0);
        double last = grid.edge(edges - 1);
        double below = orElse(reference.underflowMean(), edges < 2 ? first : mirrored(first, grid.edge(1)));
        double above = orElse(reference.overflowMean(), edges < 2 ? last : mirrored(last, grid.edge(edges - 2)));
        var points = new double[edges + 3];
        points[0] = below;
        points[1] = below;
        for (int i = 1; i < edges; i++) {
            points[i + 1] = grid.edge(i - 1) / 2 + grid.edge(i) / 2;
        }
        points[edges + 1] = above;
        points[edges + 2] = above;
        return new BinPositions(points, true, true);
    }

    private static double mirrored(double edge, double neighbour) {
        double mirrored = edge + (edge / 2 - neighbour / 2);
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, mirrored));
    }

    private static double orElse(double mean, double edge) {
        return Double.isNaN(mean) ? edge : mean;
    }

    /** The area between the two distribution functions. */
    double work(long[] reference, long[] current) {
        int finiteBins = points.length - 2;
        double n = BinnedDistance.sum(reference, finiteBins);
        double m = BinnedDistance.sum(current, finiteBins);
        if (n == 0 || m == 0) {
            return n == m ? 0 : doubled(points[points.length - 2] / 2 - points[1] / 2);
        }
        long[] a = spread(reference, referenceFirstBelow, referenceFirstAbove);
        long[] b = spread(current, !referenceFirstBelow, !referenceFirstAbove);
        long belowReference = 0;
        long belowCurrent = 0;
        double half = 0;
        for (int i = 0; i < points.length - 1; i++) {
            belowReference += a[i];
            belowCurrent += b[i];
            // Halves, because the range of the doubles is wider than the largest double.
            half += Math.abs(belowReference / n - belowCurrent / m) * (points[i + 1] / 2 - points[i] / 2);
        }
        return doubled(half);
    }

    private static double doubled(double half) {
        return Math.min(Double.MAX_VALUE, 2 * half);
    }

    /** The finite counts at the points: the outer bins at the first or second of their two. */
    private long[] spread(long[] counts, boolean firstBelow, boolean firstAbove) {
        var atPoints = new long[points.length];
        int last = points.length - 3; // the overflow bin
        System.arraycopy(counts, 1, atPoints, 2, last - 1);
        atPoints[firstBelow ? 0 : 1] = counts[0];
        atPoints[firstAbove ? last + 1 : last + 2] = counts[last];
        return atPoints;
    }
}
