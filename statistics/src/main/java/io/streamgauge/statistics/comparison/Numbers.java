package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.profile.Grid;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of a numeric feature: its distinct finite values in ascending order with their counts, and how many rows hold
 * something else. {@code -0.0} is {@code 0.0}. Quantiles and counts take a binary search; memory is 8 to 12 bytes a value.
 */
public final class Numbers implements Sample {

    private final double[] values;
    private final int @Nullable [] upTo; // cumulative counts; null if every value occurs once
    private final int finite;
    private final Others others;
    private volatile @Nullable Grid grid; // learnt when first asked for, the same whoever asks

    /** Rows without a finite number. */
    public record Others(long nan, long negativeInfinity, long positiveInfinity, long missing, long mistyped) {
        /** Nothing but finite numbers. */
        public static final Others NONE = new Others(0, 0, 0, 0, 0);

        long[] counts() {
            return new long[] {nan, negativeInfinity, positiveInfinity, missing, mistyped};
        }

        long sum() {
            return nan + negativeInfinity + positiveInfinity + missing + mistyped;
        }
    }

    private Numbers(double[] values, int @Nullable [] upTo, int finite, Others others) {
        this.values = values;
        this.upTo = upTo;
        this.finite = finite;
        this.others = others;
    }

    /** The sample of these values, NaN and infinities among them; {@code values} is not changed. */
    public static Numbers of(double... values) {
        return of(values, 0, 0);
    }

    /** The sample of these values and of rows without a number. */
    public static Numbers of(double[] values, long missing, long mistyped) {
        var sorted = new double[values.length];
        int finite = 0;
        long nan = 0;
        long negative = 0;
        long positive = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                sorted[finite++] = value + 0.0; // -0.0 becomes 0.0
            } else if (Double.isNaN(value)) {
                nan++;
            } else if (value > 0) {
                positive++;
            } else {
                negative++;
            }
        }
        Arrays.sort(sorted, 0, finite);
        return compressed(sorted, finite, new Others(nan, negative, positive, missing, mistyped));
    }

    private static Numbers compressed(double[] sorted, int finite, Others others) {
        int distinct = 0;
        for (int i = 0; i < finite; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        if (distinct == finite) {
            return new Numbers(Arrays.copyOf(sorted, finite), null, finite, others);
        }
        var values = new double[distinct];
        var upTo = new int[distinct];
        int last = -1;
        for (int i = 0; i < finite; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                values[++last] = sorted[i];
            }
            upTo[last] = i + 1;
        }
        return new Numbers(values, upTo, finite, others);
    }

    /**
     * The sample that holds {@code points[i]} as often as {@code counts[i]} says.
     *
     * @param points ascending, finite
     */
    static Numbers weighted(double[] points, long[] counts, Others others) {
        var values = new double[points.length];
        var upTo = new int[points.length];
        int length = 0;
        int sum = 0;
        for (int i = 0; i < points.length; i++) {
            if (counts[i] == 0) {
                continue;
            }
            sum = Math.addExact(sum, Math.toIntExact(counts[i]));
            if (length == 0 || points[i] > values[length - 1]) {
                values[length++] = points[i];
            }
            upTo[length - 1] = sum;
        }
        return new Numbers(Arrays.copyOf(values, length), Arrays.copyOf(upTo, length), sum, others);
    }

    int distinct() {
        return values.length;
    }

    double value(int i) {
        return values[i];
    }

    /** How many rows hold the first {@code i} distinct values. */
    long below(int i) {
        return i == 0 ? 0 : upTo == null ? i : upTo[i - 1];
    }

    long count(int i) {
        return below(i + 1) - below(i);
    }

    /** Rows with a value less than {@code edge}. */
    public long lessThan(double edge) {
        int at = Arrays.binarySearch(values, edge + 0.0);
        return below(at < 0 ? -at - 1 : at);
    }

    /** Rows with a value of at most {@code edge}. */
    public long atMost(double edge) {
        int at = Arrays.binarySearch(values, edge + 0.0);
        return below(at < 0 ? -at - 1 : at + 1);
    }

    Others others() {
        return others;
    }

    /** The smallest finite value; there must be one. */
    public double min() {
        return values[0];
    }

    /** The largest finite value; there must be one. */
    public double max() {
        return values[values.length - 1];
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += count(i) * values[i];
        }
        double mean = sum / finite;
        double rest = 0; // a second pass takes away the rounding of the first
        for (int i = 0; i < values.length; i++) {
            rest += count(i) * (values[i] - mean);
        }
        return mean + rest / finite;
    }

    /** The sum of the k-th powers of the deviations from {@code mean}. */
    double moment(double mean, int k) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double deviation = values[i] - mean;
            sum += count(i) * (k == 2 ? deviation * deviation : deviation * deviation * deviation);
        }
        return sum;
    }

    /** The population standard deviation. */
    double deviation() {
        return values.length < 2 ? 0 : Math.sqrt(moment(mean(), 2) / finite);
    }

    /** The p-quantile, interpolated linearly between order statistics, rounded as NumPy rounds it. */
    public double quantile(double p) {
        double position = (finite - 1) * p;
        long lower = (long) Math.floor(position);
        double share = position - lower;
        double a = ordered(lower);
        double b = ordered(Math.min(lower + 1, finite - 1L));
        return share >= 0.5 ? b - (b - a) * (1 - share) : a + (b - a) * share;
    }

    private double ordered(long index) {
        if (upTo == null) {
            return values[(int) index];
        }
        int at = Arrays.binarySearch(upTo, (int) index);
        return values[at < 0 ? -at - 1 : at + 1];
    }

    /** The grid that a baseline of these values has, by default. */
    Grid grid() {
        Grid known = grid;
        if (known == null) {
            known = Grid.fromSample(expanded(), Grid.DEFAULT_BINS);
            grid = known;
        }
        return known;
    }

    /** All finite values, ascending, each as often as it occurs. */
    double[] expanded() {
        var all = new double[finite];
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(all, (int) below(i), (int) below(i + 1), values[i]);
        }
        return all;
    }

    @Override
    public long rows() {
        return finite + others.sum();
    }

    @Override
    public long missing() {
        return others.missing();
    }

    @Override
    public long mistyped() {
        return others.mistyped();
    }

    @Override
    public long compared() {
        return finite;
    }

    @Override
    public String type() {
        return "numeric";
    }
}
