package io.streamgauge.statistics.inference;

import java.util.Collections;
import java.util.List;

/**
 * Answers how far a null distribution is from its limit law {@code 1/n} when n is small: at n rows it is {@code factor(n)}
 * times what the limit law says. With 64 bins and a few rows in each, the Jensen-Shannon divergence is up to a third larger
 * than its limit law, and the stability index several times smaller (its half rows hide the noise); distances of cumulated
 * shares (KS, Wasserstein) hardly differ. Without this, what was learned from windows of 100 rows would be wrong for 1000.
 *
 * @param factors positive, at the window sizes 30, 60, 120, ... ({@value #SIZES} of them, up to half a million); between them, {@code log factor}
 *     is linear in {@code log n}, and outside it is constant. {@code factor(n) / n} never rises with n.
 */
public record FiniteSample(List<Double> factors) {

    static final int SIZES = 15;
    private static final int SMALLEST = 30;
    private static final double LN_2 = StrictMath.log(2);

    /** The limit law itself. */
    public static final FiniteSample NONE = new FiniteSample(Collections.nCopies(SIZES, 1.0));

    /** Copies and checks the factors. */
    public FiniteSample {
        factors = List.copyOf(factors);
        if (factors.size() != SIZES || factors.stream().anyMatch(f -> !(f > 0 && f <= Double.MAX_VALUE))) {
            throw new IllegalArgumentException(SIZES + " positive factors are needed, got " + factors);
        }
    }

    /** The window size that belongs to a factor. */
    static int size(int index) {
        return SMALLEST << index;
    }

    private static double position(long n) {
        return StrictMath.log(n / (double) SMALLEST) / LN_2;
    }

    /**
     * From a spread measured at each size, in units of {@code 1/n}: factors relative to the largest size, raised where
     * that is needed to keep {@code factor(n) / n} from rising.
     */
    static FiniteSample of(double[] spreads) {
        double limit = spreads[SIZES - 1];
        if (!(limit > 0 && limit <= Double.MAX_VALUE)) {
            return NONE;
        }
        var factors = new Double[SIZES];
        factors[SIZES - 1] = 1.0;
        for (int i = SIZES - 2; i >= 0; i--) {
            factors[i] = Math.max(factors[i + 1] / 2, spreads[i] / limit);
        }
        return new FiniteSample(List.of(factors));
    }

    /** {@code factor(n) / n}, for n of at least 1. */
    public double unit(long n) {
        double position = Math.max(0, Math.min(SIZES - 1, position(n)));
        int below = (int) Math.min(SIZES - 2, position);
        double low = factors.get(below);
        double high = factors.get(below + 1);
        return low * StrictMath.pow(high / low, position - below) / n;
    }
}
