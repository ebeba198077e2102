package io.streamgauge.statistics.profile;

import java.util.Arrays;

/**
 * Answers how many of the edges of a grid are at most a value, in constant time for the grids that occur: a map that never
 * decreases sends the value to a bucket, the bucket knows how many edges lie in the buckets before it, and one or two
 * comparisons settle the rest.
 *
 * <p>The buckets are of equal width or, where that parts the edges better (amounts, durations), hold the doubles with equal
 * leading bits, which is nearly logarithmic. The answer is exact with either, however the map rounds: an edge in an earlier
 * bucket is at most the value and one in a later bucket is above it. Immutable.
 */
final class BinSearch {

    private static final int BUCKETS_PER_EDGE = 8;
    private static final int MAX_BUCKETS = 1 << 13;
    private static final int FEW_EDGES = 3;
    /** So many more buckets are tried where some hold more than one edge. */
    private static final int MOST_TIMES = 4;

    private final boolean byWidth;
    private final double origin;
    private final double perUnit;
    private final long firstPrefix;
    private final int shift;
    private final char[] before; // for each bucket, the number of edges in earlier buckets
    private final double[] edges; // padded with +Infinity
    private final int firstStep; // a power of two; no bucket has more than 2 * firstStep - 1 edges

    private BinSearch(double[] sorted, int buckets, boolean byWidth) {
        this.byWidth = byWidth;
        // The outermost edges can be far out; values beyond their neighbours share the first and the last bucket.
        double low = sorted[sorted.length > FEW_EDGES ? 1 : 0];
        double high = sorted[sorted.length > FEW_EDGES ? sorted.length - 2 : sorted.length - 1];
        // Low is in the middle of the second bucket and high in that of the last but one, away from the outermost
        // edges.
        this.perUnit = (buckets - 3) / (high - low);
        this.origin = low - 1.5 / perUnit;
        this.shift = shiftFor(sortable(low), sortable(high), buckets - 2);
        this.firstPrefix = (sortable(low) >> shift) - 1;
        this.before = new char[buckets];
        this.firstStep = Integer.highestOneBit(fill(sorted));
        this.edges = Arrays.copyOf(sorted, sorted.length + 2 * firstStep);
        Arrays.fill(edges, sorted.length, edges.length, Double.POSITIVE_INFINITY);
    }

    /** The search over edges that are finite, without -0.0, and strictly increase. */
    static BinSearch of(double[] edges) {
        if (edges.length <= FEW_EDGES) {
            return new BinSearch(edges, 1, false);
        }
        int buckets = Math.min(MAX_BUCKETS, Integer.highestOneBit(BUCKETS_PER_EDGE * edges.length));
        BinSearch search = of(edges, buckets);
        for (int more = 2; search.firstStep > 1 && more <= MOST_TIMES && more * buckets <= MAX_BUCKETS; more *= 2) {
            BinSearch finer = of(edges, more * buckets);
            search = finer.firstStep < search.firstStep ? finer : search;
        }
        return search;
    }

    private static BinSearch of(double[] edges, int buckets) {
        var byBits = new BinSearch(edges, buckets, false);
        var byWidth = new BinSearch(edges, buckets, true);
        // Edges too close or too far apart for a width in doubles would make NaN of some value's bucket.
        boolean usable = Double.isFinite(byWidth.origin) && byWidth.perUnit > 0 && byWidth.perUnit <= Double.MAX_VALUE;
        return usable && byWidth.firstStep <= byBits.firstStep ? byWidth : byBits;
    }

    /** The smallest number of bits, at least one, to drop from the keys so that the prefixes between them are few. */
    private static int shiftFor(long low, long high, int prefixes) {
        int shift = 1; // the difference of two prefixes of 63 bits cannot overflow
        while (shift < Long.SIZE - 1 && (high >> shift) - (low >> shift) >= prefixes) {
            shift++;
        }
        return shift;
    }

    /** The most edges in any bucket. */
    private int fill(double[] sorted) {
        int most = 0;
        int start = 0;
        int bucket = 0;
        for (int i = 0; i < sorted.length; i++) {
            for (int its = bucketOf(sorted[i]); bucket < its; ) {
                before[++bucket] = (char) i;
                start = i;
            }
            most = Math.max(most, i + 1 - start);
        }
        Arrays.fill(before, bucket + 1, before.length, (char) sorted.length);
        return most;
    }

    /**
     * The number of edges at most {@code v}, which is finite and not -0.0. The comparisons have no branch to mispredict: the
     * sign bit of {@code v - edge} is 0 exactly when {@code edge <= v}, because IEEE subtraction gives +0.0 for equal
     * numbers and never rounds unequal ones to zero.
     */
    int count(double v) {
        double[] e = edges;
        int below = before[bucketOf(v)];
        for (int step = firstStep; step > 0; step >>>= 1) {
            below += step & (int) ~(Double.doubleToRawLongBits(v - e[below + step - 1]) >> 63);
        }
        return below;
    }

    /**
     * Adds 1 to the count of each value's bin. What is the same for all values is asked once, outside of the loop.
     *
     * @param values of which the first {@code size} are meant; finite and not -0.0
     */
    void tally(double[] values, int size, long[] counts) {
        if (firstStep > 1) {
            for (int i = 0; i < size; i++) {
                counts[count(values[i])]++;
            }
        } else if (byWidth) {
            tallyByWidth(values, size, counts);
        } else {
            tallyByBits(values, size, counts);
        }
    }

    private void tallyByWidth(double[] values, int size, long[] counts) {
        double[] e = edges;
        char[] b = before;
        int most = b.length - 1;
        double from = origin;
        double scale = perUnit;
        for (int i = 0; i < size; i++) {
            double v = values[i];
            int below = b[Math.max(0, Math.min(most, (int) ((v - from) * scale)))];
            counts[below + (int) (~Double.doubleToRawLongBits(v - e[below]) >>> 63)]++;
        }
    }

    private void tallyByBits(double[] values, int size, long[] counts) {
        double[] e = edges;
        char[] b = before;
        int most = b.length - 1;
        long from = firstPrefix;
        int bits = shift;
        for (int i = 0; i < size; i++) {
            double v = values[i];
            int below = b[(int) Math.max(0, Math.min(most, (sortable(v) >> bits) - from))];
            counts[below + (int) (~Double.doubleToRawLongBits(v - e[below]) >>> 63)]++;
        }
    }

    private int bucketOf(double v) {
        long bucket = byWidth ? (long) ((v - origin) * perUnit) : (sortable(v) >> shift) - firstPrefix;
        return (int) Math.max(0, Math.min(before.length - 1, bucket));
    }

    /** The bits of a double that is not NaN or -0.0 as an integer of the same order. */
    private static long sortable(double v) {
        long bits = Double.doubleToRawLongBits(v);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }
}
