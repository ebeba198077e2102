package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.Shrinkage;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Gamma;

/**
 * Answers how large a distance gets when nothing has changed: with n current and N reference rows,
 *
 * <pre>  T = f(min(n, N)) * (1/n + 1/N) * (shift + scale * X),   X ~ chi-square(degreesOfFreedom)</pre>
 *
 * where T is the distance, or its square for {@link Shrinkage#SQUARE_ROOT}, and f the correction for small samples, which is
 * 1 for large ones. With a few strong directions of variation and many weak ones, a chi-square alone has either the right spread or the
 * right tail; the shift takes the weak ones, which hardly vary.
 *
 * <p>Two special cases, so that no answer is NaN. Without reference or current rows (N or n is 0) nothing is known: quantile
 * and detectable effect are infinite, each p-value is 1. With {@code shift == 0} and {@code scale == 0} the reference never varied at all: the
 * quantile is 0, and any positive distance has p-value 0 (the effect floor alone decides).
 *
 * @param shift finite; what would be a negative T counts as 0
 * @param scale not negative, finite
 * @param degreesOfFreedom positive, finite; need not be whole
 * @param shrinkage how the distance shrinks with the sample sizes
 * @param nReference N, the rows of the reference, not negative
 * @param finiteSample f, the correction for small samples
 */
public record NullDistribution(
        double shift,
        double scale,
        double degreesOfFreedom,
        Shrinkage shrinkage,
        long nReference,
        FiniteSample finiteSample) {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Checks the ranges. */
    public NullDistribution {
        if (!(Math.abs(shift) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("shift of a null distribution must be finite, got " + shift);
        }
        if (!(scale >= 0 && scale <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("scale of a null distribution must not be negative, got " + scale);
        }
        if (!(degreesOfFreedom > 0 && degreesOfFreedom <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "degreesOfFreedom of a null distribution must be positive, got " + degreesOfFreedom);
        }
        if (nReference < 0) {
            throw new IllegalArgumentException(
                    "nReference of a null distribution must not be negative, got " + nReference);
        }
    }

    /** A null distribution that is a multiple of chi-square and follows the limit law at every n. */
    public NullDistribution(double scale, double degreesOfFreedom, Shrinkage shrinkage, long nReference) {
        this(0, scale, degreesOfFreedom, shrinkage, nReference, FiniteSample.NONE);
    }

    /** The null distribution of a distance to a reference without rows: nothing is ever significant. */
    public static NullDistribution unknown(Shrinkage shrinkage) {
        return new NullDistribution(0, 1, shrinkage, 0);
    }

    /** The same law against another reference of the same kind, of {@code rows} rows. */
    public NullDistribution withReferenceOf(long rows) {
        return new NullDistribution(shift, scale, degreesOfFreedom, shrinkage, rows, finiteSample);
    }

    /**
     * The distance that is exceeded with probability {@code level} when nothing has changed; it falls with n.
     *
     * @param level in {@code (0, 1)}; below 1e-12 it is taken as 1e-12
     * @param n the rows of the current window, not negative
     */
    public double quantile(double level, long n) {
        requireProbability("level", level);
        return isUnknown(n) ? Double.POSITIVE_INFINITY : quantileAt(upperChiSquare(level), n);
    }

    /** @param upper upper quantile of the chi-square law */
    double quantileAt(double upper, long n) {
        return isUnknown(n)
                ? Double.POSITIVE_INFINITY
                : shrinkage.distance(unit(n) * Math.max(0, shift + scale * upper));
    }

    /**
     * The probability of a distance at least as large as {@code value} when nothing has changed, in {@code [0, 1]}.
     *
     * @param value the distance, not negative
     * @param n the rows of the current window, not negative
     */
    public double pValue(double value, long n) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("a distance must not be negative, got " + value);
        }
        if (isUnknown(n) || value == 0) {
            return 1;
        }
        double above = shrinkage.linear(value) / unit(n) - shift;
        double chiSquare = above > 0 ? above / scale : 0;
        return chiSquare <= Double.MAX_VALUE ? Gamma.regularizedGammaQ(degreesOfFreedom / 2, chiSquare / 2) : 0;
    }

    /**
     * The minimum detectable effect: the true distance at which a window of n rows exceeds {@code quantile(level, n)} with
     * probability {@code power}. It falls with n.
     *
     * <p>Under a change, X is about noncentral chi-square; by its normal approximation (mean {@code df + L}, variance
     * {@code 2 (df + 2 L)}; Patnaik 1949, doi:10.1093/biomet/36.1-2.202) the noncentrality L solves
     * {@code df + L - q = z * sqrt(2 df + 4 L)}, with q the upper quantile of X and z the normal quantile of the power. The
     * effect is {@code f(min(n, N)) (1/n + 1/N) * scale * L}, or its root. The dispersion that the reference windows show (scale) is
     * taken to hold under the change as well.
     *
     * @param level in {@code (0, 1)}
     * @param power in {@code (0, 1)}, for example 0.8
     * @param n the rows of the current window, not negative
     */
    public double detectableEffect(double level, double power, long n) {
        requireProbability("level", level);
        requireProbability("power", power);
        return isUnknown(n)
                ? Double.POSITIVE_INFINITY
                : effectAt(upperChiSquare(level), NORMAL.inverseCumulativeProbability(power), n);
    }

    /** @param z normal quantile of the power */
    double effectAt(double upper, double z, long n) {
        if (isUnknown(n)) {
            return Double.POSITIVE_INFINITY;
        }
        // With s = sqrt(2 df + 4 L) the equation is quadratic: s^2 - 4 z s + 2 df - 4 q = 0.
        double root = 4 * z * z + 4 * upper - 2 * degreesOfFreedom;
        double s = 2 * z + Math.sqrt(Math.max(0, root));
        double noncentrality = s > 0 ? Math.max(0, (s * s - 2 * degreesOfFreedom) / 4) : 0;
        return shrinkage.distance(unit(n) * scale * noncentrality);
    }

    /**
     * The same law, to be asked at one level and power window after window.
     *
     * @param level in {@code (0, 1)}
     * @param power in {@code (0, 1)}
     */
    public LeveledNull at(double level, double power) {
        requireProbability("level", level);
        requireProbability("power", power);
        return new LeveledNull(this, upperChiSquare(level), NORMAL.inverseCumulativeProbability(power));
    }

    /**
     * The more cautious of two null distributions: {@code other} if its quantile at this level is larger, else this.
     * Both must be about the same distance and reference.
     */
    public NullDistribution floorAt(NullDistribution other, double level) {
        return other.quantile(level, 1) > quantile(level, 1) ? other : this;
    }

    private boolean isUnknown(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must not be negative, got " + n);
        }
        return n == 0 || nReference == 0;
    }

    private double unit(long n) {
        long smaller = Math.min(n, nReference);
        return finiteSample.unit(smaller) * (1 + smaller / (double) Math.max(n, nReference));
    }

    private double upperChiSquare(double level) {
        return new ScaledChiSquare(0, 1, degreesOfFreedom).upperQuantile(level);
    }

    private static void requireProbability(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must be between 0 and 1, got " + value);
        }
    }
}
