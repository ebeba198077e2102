package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * {@code welch-t}: the t statistic of the difference of means, reference minus current, and its two-sided p-value
 * (scipy.stats.ttest_ind). {@code variance=unequal} (default, Welch 1947, doi:10.1093/biomet/34.1-2.28) or {@code equal}
 * (Student; Evidently).
 *
 * <p>Finite values only. Fewer than two rows on a side: not defined. No variance on either side: t is 0 and p 1 for equal
 * means, else t is infinite and p 0.
 */
record WelchT(boolean equalVariance) implements ValueTest {

    @Override
    public Measured of(Numbers reference, Numbers current) {
        double n = reference.compared();
        double m = current.compared();
        if (n < 2 || m < 2) {
            return Measured.UNDEFINED;
        }
        double gap = reference.mean() - current.mean();
        double a = reference.moment(reference.mean(), 2) / (n - 1);
        double b = current.moment(current.mean(), 2) / (m - 1);
        return of(gap, a, n, b, m);
    }

    /** A profile sums its values and their squares. */
    @Override
    public Measured streaming(BinnedNumbers reference, BinnedNumbers current) {
        double n = reference.rows();
        double m = current.rows();
        return n < 2 || m < 2
                ? Measured.UNDEFINED
                : of(
                        reference.mean() - current.mean(),
                        reference.variance() * (n / (n - 1)),
                        n,
                        current.variance() * (m / (m - 1)),
                        m);
    }

    /** @param a sample variance of the n rows of the reference; {@code b}, of the m current ones */
    private Measured of(double gap, double a, double n, double b, double m) {
        double degrees = n + m - 2;
        double variance = ((n - 1) * a + (m - 1) * b) / degrees * (1 / n + 1 / m);
        if (!equalVariance) {
            variance = a / n + b / m;
            degrees = variance * variance / (a * a / (n * n * (n - 1)) + b * b / (m * m * (m - 1)));
        }
        if (variance == 0) {
            return gap == 0 ? Measured.of(0, 1) : Measured.of(gap * Double.POSITIVE_INFINITY, 0);
        }
        double t = gap / Math.sqrt(variance);
        return Measured.of(t, 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(t)));
    }

    @Override
    public @Nullable Shrinkage shrinkage() {
        return null;
    }
}
