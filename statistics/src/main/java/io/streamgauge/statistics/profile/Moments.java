package io.streamgauge.statistics.profile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Sum and sum of squares of finite values, exact after each value is rounded to a whole number of steps of
 * {@code 2^(e-30)}, where {@code 2^e} is the scale of the grid, and clamped to {@code +-2^46} steps ({@code 65,536} scales).
 * The two outer bins have a sum of their own, because there a bin's edges do not say where its values are.
 *
 * <p>The sums hold for more than 2^35 rows even if every one of them is clamped. Mutable, not thread-safe.
 */
final class Moments {

    private static final long MAX_STEPS = 1L << 46;

    /** Values of the grid's own range have at most 2^30 steps; the square of this many is a long. */
    private static final double FEW_STEPS = 0x1p31;

    /** Added to a double of that size, it leaves no bits for a fraction: the sum is rounded half to even, as by rint. */
    private static final double ROUNDER = 0x1.8p52;

    private static final long LOW_HALF = 0xffff_ffffL;

    private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);

    private final double stepsPerUnit; // a power of two: scaling by it is exact
    private final double step;
    private final Integer128 sum = new Integer128();
    private final Integer128 squares = new Integer128();
    private final Integer128 underflow = new Integer128();
    private final Integer128 overflow = new Integer128();

    Moments(int exponent) {
        stepsPerUnit = Math.scalb(1.0, 30 - exponent);
        step = Math.scalb(1.0, exponent - 30);
    }

    void add(double finite) {
        double exact = finite * stepsPerUnit;
        if (Math.abs(exact) <= FEW_STEPS) {
            long steps = Double.doubleToRawLongBits(exact + ROUNDER) - ROUNDER_BITS;
            sum.add(steps);
            squares.addUnsigned(steps * steps);
        } else {
            long steps = steps(finite);
            sum.add(steps);
            squares.addSquare(steps);
        }
    }

    /**
     * Adds the first {@code count} values: their own sums stay in registers.
     *
     * @param bound no value is further from zero
     */
    void add(double[] finite, int count, double bound) {
        if (bound * stepsPerUnit > FEW_STEPS) {
            for (int i = 0; i < count; i++) {
                add(finite[i]);
            }
            return;
        }
        double scale = stepsPerUnit;
        long total = 0;
        long lowHalves = 0;
        long highHalves = 0;
        for (int i = 0; i < count; i++) {
            long steps = Double.doubleToRawLongBits(finite[i] * scale + ROUNDER) - ROUNDER_BITS;
            total += steps;
            long square = steps * steps;
            lowHalves += square & LOW_HALF;
            highHalves += square >>> Integer.SIZE;
        }
        sum.add(total);
        squares.addUnsigned(lowHalves);
        squares.addUpper(highHalves);
    }

    void addUnderflow(double finite) {
        underflow.add(steps(finite));
    }

    void addOverflow(double finite) {
        overflow.add(steps(finite));
    }

    private long steps(double finite) {
        // The cast stops at the range of a long, so the limit can be applied to integers, which is faster.
        return Math.max(-MAX_STEPS, Math.min(MAX_STEPS, (long) Math.rint(finite * stepsPerUnit)));
    }

    void add(Moments other) {
        sum.add(other.sum);
        squares.add(other.squares);
        underflow.add(other.underflow);
        overflow.add(other.overflow);
    }

    double step() {
        return step;
    }

    double mean(long n) {
        return quotient(sum, n) * step;
    }

    double underflowMean(long n) {
        return quotient(underflow, n) * step;
    }

    double overflowMean(long n) {
        return quotient(overflow, n) * step;
    }

    private static double quotient(Integer128 sum, long n) {
        return new BigDecimal(sum.toBigInteger())
                .divide(BigDecimal.valueOf(n), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Population variance, {@code (n * sum(q^2) - sum(q)^2) / n^2} steps squared; the numerator is exact. */
    double variance(long n) {
        double inSteps = spread(n).doubleValue() / n / n;
        return Math.min(Double.MAX_VALUE, inSteps * step * step);
    }

    double standardDeviation(long n) {
        // Root first: the square of a large step would be infinite.
        return Math.min(Double.MAX_VALUE, Math.sqrt(spread(n).doubleValue()) / n * step);
    }

    private BigInteger spread(long n) {
        var total = sum.toBigInteger();
        return squares.toBigInteger().multiply(BigInteger.valueOf(n)).subtract(total.multiply(total));
    }

    void writeTo(BinaryWriter out) {
        out.integer128(sum.toBigInteger())
                .integer128(squares.toBigInteger())
                .integer128(underflow.toBigInteger())
                .integer128(overflow.toBigInteger());
    }

    void readFrom(BinaryReader in, long n) {
        sum.set(in.integer128());
        squares.set(in.integer128());
        underflow.set(in.integer128());
        overflow.set(in.integer128());
        if (squares.toBigInteger().signum() < 0 || spread(n).signum() < 0) {
            throw in.invalid("the sums do not belong to any values");
        }
    }
}
