package io.streamgauge.statistics.inference;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * How large does the share of a rare thing get in a window of n rows when nothing changed?
 *
 * <p>The count in the window is taken as binomial with the reference's share, smoothed as {@code (x + 1/2) / (N + 1)} (Jeffreys),
 * so that a thing never seen in the reference is rare, not impossible. Rows are taken as independent; an effect floor beside it
 * covers what that leaves out.
 *
 * @param reference how often it was seen in the reference, {@code x}
 * @param nReference rows of the reference, {@code N}
 */
public record ShareNull(long reference, long nReference) {
    public ShareNull {
        if (reference < 0 || reference > nReference) {
            throw new IllegalArgumentException(
                    "the reference count must lie in [0, nReference], got " + reference + " of " + nReference);
        }
    }

    /** The smallest share {@code k/n} that is exceeded with probability {@code level} at most; in [0, 1]. */
    public double quantile(double level, long n) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie in (0, 1), got " + level);
        }
        return (double) binomial(n).inverseCumulativeProbability(1 - level) / n;
    }

    /** Probability of {@code count} or more in {@code n} rows; in [0, 1]. */
    public double pValue(long count, long n) {
        return count <= 0 ? 1 : 1 - binomial(n).cumulativeProbability((int) Math.min(count - 1, Integer.MAX_VALUE));
    }

    private BinomialDistribution binomial(long n) {
        if (n < 1) {
            throw new IllegalArgumentException("a window needs rows, got " + n);
        }
        double share = (reference + 0.5) / (nReference + 1.0);
        return new BinomialDistribution((int) Math.min(n, Integer.MAX_VALUE), Math.min(1, share));
    }
}
