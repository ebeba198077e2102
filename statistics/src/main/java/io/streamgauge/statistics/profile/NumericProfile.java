package io.streamgauge.statistics.profile;

/**
 * Answers how the numbers of one feature are distributed: an exact histogram on a {@link Grid}, extremes and moments.
 *
 * <p>Mean and variance are computed from integers: each finite value counts as the nearest multiple of a step of
 * {@code 2^(e-30)}, where {@code 2^e} is the smallest power of two that is at least every |edge| (1 if all edges are 0), so a
 * mean is accurate to {@code 5e-10} of the largest |edge|. Values beyond 65,536 times that power count as its limit in the
 * moments (not in the histogram, minimum or maximum). What would be too large for a double stops at its largest value.
 *
 * <p>NaN and the infinities are counted, each in its own bin, and enter nothing else. {@code -0.0} is {@code 0.0}. Without
 * finite values, minimum, maximum, mean, variance and quantiles are NaN; with one value the variance is 0.
 *
 * <p>Mutable, not thread-safe; {@link #add} does not allocate.
 */
public final class NumericProfile implements Profile {

    private final Grid grid;
    private final BinSearch search;
    private final int overflowBin;
    private final long[] counts;
    private final Moments moments;
    private long zeros;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    NumericProfile(Grid grid) {
        this.grid = grid;
        this.search = grid.search();
        this.overflowBin = grid.edgeCount();
        this.counts = new long[grid.bins()];
        this.moments = new Moments(grid.exponent());
    }

    /** Counts any double. */
    public void add(double value) {
        // False for NaN as well; the search is only right for finite values.
        if (Math.abs(value) <= Double.MAX_VALUE) {
            addFinite(value + 0.0); // -0.0 becomes 0.0
        } else {
            counts[overflowBin + (Double.isNaN(value) ? 1 : value < 0 ? 2 : 3)]++;
        }
    }

    private void addFinite(double value) {
        int bin = search.count(value);
        counts[bin]++;
        moments.add(value);
        zeros += value == 0 ? 1 : 0;
        // Branches that are hardly ever taken cost less than Math.min with its care for NaN and -0.0.
        if (value < min) {
            min = value;
        }
        if (value > max) {
            max = value;
        }
        if (bin == 0) {
            moments.addUnderflow(value);
        } else if (bin == overflowBin) {
            moments.addOverflow(value);
        }
    }

    /**
     * Counts many doubles, for a fraction of what one after the other takes.
     *
     * @param values of which the first {@code count} are meant; scratch, of no meaning afterwards
     */
    public void addAll(double[] values, int count) {
        int finite = 0;
        double least = min;
        double most = max;
        for (int i = 0; i < count; i++) {
            double value = values[i];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                values[finite++] = value + 0.0;
                if (value < least) {
                    least = value + 0.0;
                }
                if (value > most) {
                    most = value + 0.0;
                }
            } else {
                add(value);
            }
        }
        min = least;
        max = most;
        if (finite > 0) {
            tally(values, finite);
            moments.add(values, finite, Math.max(-least, most));
        }
    }

    private void tally(double[] values, int count) {
        long below = counts[0];
        long above = counts[overflowBin];
        search.tally(values, count, counts);
        for (int i = 0; i < count; i++) {
            zeros += values[i] == 0 ? 1 : 0;
        }
        if (counts[0] > below || counts[overflowBin] > above) {
            addOuter(values, count);
        }
    }

    private void addOuter(double[] values, int count) {
        double first = grid.edge(0);
        double last = grid.edge(overflowBin - 1);
        for (int i = 0; i < count; i++) {
            if (values[i] < first) {
                moments.addUnderflow(values[i]);
            } else if (values[i] >= last) {
                moments.addOverflow(values[i]);
            }
        }
    }

    @Override
    public void addMissing() {
        counts[overflowBin + 4]++;
    }

    @Override
    public void addMistyped() {
        counts[overflowBin + 5]++;
    }

    @Override
    public Grid layout() {
        return grid;
    }

    @Override
    public long count() {
        return BinCounts.sum(counts);
    }

    /** Rows with a finite value: the sum of underflow, regular bins and overflow. */
    public long finite() {
        return BinCounts.sum(counts, overflowBin + 1);
    }

    @Override
    public long missing() {
        return counts[overflowBin + 4];
    }

    @Override
    public long mistyped() {
        return counts[overflowBin + 5];
    }

    /** Rows with NaN. */
    public long nan() {
        return counts[overflowBin + 1];
    }

    /** Rows with negative infinity. */
    public long negativeInfinity() {
        return counts[overflowBin + 2];
    }

    /** Rows with positive infinity. */
    public long positiveInfinity() {
        return counts[overflowBin + 3];
    }

    /** Rows with zero of either sign. They are in the histogram too. */
    public long zeros() {
        return zeros;
    }

    /** Rows with a finite value below the first edge. */
    public long underflow() {
        return counts[0];
    }

    /** Rows with a finite value at or above the last edge. */
    public long overflow() {
        return counts[overflowBin];
    }

    /** The smallest finite value; NaN if there is none. */
    public double min() {
        return finite() == 0 ? Double.NaN : min;
    }

    /** The largest finite value; NaN if there is none. */
    public double max() {
        return finite() == 0 ? Double.NaN : max;
    }

    /** The arithmetic mean of the finite values, never outside their range; NaN if there is none. */
    public double mean() {
        long n = finite();
        return n == 0 ? Double.NaN : Math.max(min, Math.min(max, moments.mean(n)));
    }

    /** The population variance of the finite values, {@code sum((v - mean)^2) / n}; NaN if there is none. */
    public double variance() {
        long n = finite();
        return n == 0 ? Double.NaN : moments.variance(n);
    }

    /** The population standard deviation of the finite values; NaN if there is none. */
    public double standardDeviation() {
        long n = finite();
        return n == 0 ? Double.NaN : moments.standardDeviation(n);
    }

    /** The mean of the values below the first edge, never above it; NaN if there is none. */
    public double underflowMean() {
        long n = underflow();
        return n == 0 ? Double.NaN : Math.max(min, Math.min(grid.edge(0), moments.underflowMean(n)));
    }

    /** The mean of the values at or above the last edge, never below it; NaN if there is none. */
    public double overflowMean() {
        long n = overflow();
        return n == 0 ? Double.NaN : Math.min(max, Math.max(grid.edge(overflowBin - 1), moments.overflowMean(n)));
    }

    /** The step that values are rounded to for the moments: differences below it cannot be seen in the variance. */
    public double resolution() {
        return moments.step();
    }

    /**
     * The approximate p-quantile of the finite values, for display: linear inside the bin where it lies, so the error is at
     * most the width of that bin. {@code p = 0} and {@code 1} give the exact extremes. NaN if there are no finite values.
     *
     * @throws IllegalArgumentException unless {@code 0 <= p <= 1}
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile needs a probability of 0 to 1, got " + p);
        }
        return BinCounts.quantile(p * finite(), counts, grid, min, max);
    }

    @Override
    public long[] binCounts() {
        return counts.clone();
    }

    @Override
    public void mergeFrom(Profile other) {
        BinCounts.requireEqual(grid, other.layout());
        var numeric = (NumericProfile) other;
        BinCounts.add(counts, numeric.counts);
        moments.add(numeric.moments);
        zeros += numeric.zeros;
        min = Math.min(min, numeric.min);
        max = Math.max(max, numeric.max);
    }

    @Override
    public NumericProfile copy() {
        var copy = new NumericProfile(grid);
        copy.mergeFrom(this);
        return copy;
    }

    @Override
    public byte[] toBytes() {
        var out = new BinaryWriter().version().fixed64(grid.fingerprint()).counts(counts);
        if (finite() > 0) {
            moments.writeTo(out.varint(zeros).float64(min).float64(max));
        }
        return out.toBytes();
    }

    static NumericProfile readFrom(BinaryReader in, Grid grid) {
        var profile = new NumericProfile(grid);
        System.arraycopy(in.counts(grid.bins()), 0, profile.counts, 0, grid.bins());
        if (profile.finite() > 0) {
            profile.readFinite(in);
        }
        return profile;
    }

    private void readFinite(BinaryReader in) {
        zeros = in.varint(finite());
        min = in.float64();
        max = in.float64();
        // False for NaN as well.
        if (!(min <= max && min >= -Double.MAX_VALUE && max <= Double.MAX_VALUE)) {
            throw in.invalid("minimum " + min + " and maximum " + max + " do not belong to any values");
        }
        moments.readFrom(in, finite());
    }
}
