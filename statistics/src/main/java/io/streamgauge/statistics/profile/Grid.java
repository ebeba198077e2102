package io.streamgauge.statistics.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Answers into which interval a number falls. With edges {@code e[0] < ... < e[k-1]} the bins are, in the order of
 * {@link Profile#binCounts()}:
 *
 * <ul>
 *   <li>{@code 0}: underflow, {@code v < e[0]};
 *   <li>{@code i = 1 .. k-1}: the regular bins, {@code e[i-1] <= v < e[i]};
 *   <li>{@code k}: overflow, {@code v >= e[k-1]};
 *   <li>then NaN, -Infinity, +Infinity, missing, mistyped.
 * </ul>
 *
 * <p>There is at least one edge and at most {@value #MAX_EDGES}; every edge is finite. {@code -0.0} counts as {@code 0.0}.
 * Immutable and safe for use by any thread.
 */
public final class Grid implements Layout {

    /** The largest number of edges. */
    public static final int MAX_EDGES = 4097;

    /** The number of regular bins to take when nothing speaks for another. */
    public static final int DEFAULT_BINS = 64;

    static final int KIND = 1;
    private static final String[] EXTRA_LABELS = {"NaN", "-Infinity", "+Infinity", "(missing)", "(mistyped)"};

    private final double[] edges;
    private final BinSearch search;
    private final int exponent;
    private final byte[] bytes;
    private final long fingerprint;
    private final int hash;

    private Grid(double[] edges) {
        this.edges = edges;
        this.search = BinSearch.of(edges);
        this.exponent = exponentOf(Math.max(Math.abs(edges[0]), Math.abs(edges[edges.length - 1])));
        var out = new BinaryWriter().version().unsignedByte(KIND).varint(edges.length);
        for (double edge : edges) {
            out.float64(edge);
        }
        this.bytes = out.toBytes();
        this.fingerprint = CategoryKey.hash(bytes, 0, bytes.length);
        this.hash = Arrays.hashCode(edges);
    }

    /**
     * The smallest e with {@code 2^e >= largest}, kept where {@code 2^(30-e)} is a normal number. A grid about zero alone
     * has no scale of its own and gets {@code e = 0}.
     */
    private static int exponentOf(double largest) {
        if (largest < Double.MIN_NORMAL) {
            return 0;
        }
        int floor = Math.getExponent(largest);
        boolean powerOfTwo = Math.scalb(1.0, floor) == largest;
        return Math.max(-990, powerOfTwo ? floor : floor + 1);
    }

    /**
     * The grid with these edges.
     *
     * @throws IllegalArgumentException unless there are 1 to {@value #MAX_EDGES} edges, finite and strictly increasing
     */
    public static Grid of(double... edges) {
        if (edges.length < 1 || edges.length > MAX_EDGES) {
            throw new IllegalArgumentException("a grid must have 1 to " + MAX_EDGES + " edges, got " + edges.length);
        }
        var own = new double[edges.length];
        for (int i = 0; i < edges.length; i++) {
            own[i] = edges[i] + 0.0; // -0.0 becomes 0.0
            if (!Double.isFinite(own[i])) {
                throw new IllegalArgumentException("edges of a grid must be finite, got " + own[i] + " at " + i);
            }
            if (i > 0 && own[i - 1] >= own[i]) {
                throw new IllegalArgumentException(
                        "edges of a grid must strictly increase, got " + own[i - 1] + " before " + own[i] + " at " + i);
            }
        }
        return new Grid(own);
    }

    /**
     * The grid that a sample suggests: regular bins of equal mass, at most {@code maxBins} of them. Values that are not
     * finite are left out.
     *
     * <ul>
     *   <li>At most {@code maxBins} distinct values: one bin per value, edges half way between neighbours.
     *   <li>A value with more mass than a bin should have gets a bin of its own.
     *   <li>The first edge is the smallest value, the last one just above the largest, so no sample value is outside. (Only
     *       {@link Double#MAX_VALUE}, above which there is no finite edge, is an overflow.)
     *   <li>A constant sample gives one regular bin that holds this value only; an empty one gives the single edge 0.
     * </ul>
     *
     * <p>The result depends on the multiset of values, not on their order. {@code values} is not changed.
     */
    public static Grid fromSample(double[] values, int maxBins) {
        return of(GridEdges.fromSample(values, maxBins));
    }

    /** A copy of the edges. */
    public double[] edges() {
        return edges.clone();
    }

    /** The number of edges; also the index of the overflow bin. */
    public int edgeCount() {
        return edges.length;
    }

    /** Edge {@code i}, counted from 0. */
    public double edge(int i) {
        return edges[i];
    }

    /**
     * The bin of a finite value: the number of edges that are at most the value.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public int indexOf(double finiteValue) {
        if (!Double.isFinite(finiteValue)) {
            throw new IllegalArgumentException("only a finite value has a bin by its size, got " + finiteValue);
        }
        return search.count(finiteValue + 0.0);
    }

    /** {@link #indexOf} without the check, for a finite value that is not -0.0. */
    BinSearch search() {
        return search;
    }

    /** Moments are kept in steps of {@code 2^(exponent - 30)}, where {@code 2^exponent} is at least every |edge|. */
    int exponent() {
        return exponent;
    }

    @Override
    public NumericProfile newProfile() {
        return new NumericProfile(this);
    }

    @Override
    public int bins() {
        return edges.length + 1 + EXTRA_LABELS.length;
    }

    @Override
    public String binLabel(int bin) {
        if (bin == 0) {
            return "< " + shortest(edges[0]);
        }
        if (bin == edges.length) {
            // The last edge of a learnt grid lies one ulp above the largest value, which is not in this bin.
            double last = edges[bin - 1];
            return (new BigDecimal(shortest(last)).doubleValue() < last ? "> " : ">= ") + shortest(last);
        }
        return bin < edges.length
                ? "[" + shortest(edges[bin - 1]) + ", " + shortest(edges[bin]) + ")"
                : EXTRA_LABELS[bin - edges.length - 1];
    }

    /** Seven digits: for people, who need not see that the last edge lies one ulp above the largest value. */
    private static String shortest(double edge) {
        BigDecimal rounded = new BigDecimal(edge).round(new MathContext(7)).stripTrailingZeros();
        boolean readable = rounded.scale() < 12 && rounded.precision() - rounded.scale() < 16;
        return readable ? rounded.toPlainString() : rounded.toString();
    }

    @Override
    public long fingerprint() {
        return fingerprint;
    }

    @Override
    public byte[] toBytes() {
        return bytes.clone();
    }

    static Grid readFrom(BinaryReader in) {
        var edges = new double[(int) in.varint(MAX_EDGES)];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = in.float64();
        }
        return of(edges);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Grid grid && Arrays.equals(edges, grid.edges));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "Grid" + Arrays.toString(edges);
    }
}
