package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.profile.NumericProfile;

/** What a profile holds of a sample. */
final class BinnedNumbers {

    private final Numbers points;
    private final long[] counts; // of the finite bins, the outer ones first and last
    private final double mean;
    private final double variance;

    private BinnedNumbers(Numbers points, long[] counts, double mean, double variance) {
        this.points = points;
        this.counts = counts;
        this.mean = mean;
        this.variance = variance;
    }

    static BinnedNumbers of(NumericProfile profile, Numbers points, long[] counts) {
        return new BinnedNumbers(points, counts, profile.mean(), profile.variance());
    }

    /** Every value at the midpoint of its bin, those of the outer bins at their mean. */
    Numbers points() {
        return points;
    }

    /** The mean of the values, each rounded to the profile's resolution. */
    double mean() {
        return mean;
    }

    /** The variance of the population, rounded likewise. */
    double variance() {
        return variance;
    }

    double rows() {
        return points.compared();
    }

    /** One bin of two samples, in which the gap of the distribution functions is taken to change evenly. */
    @FunctionalInterface
    interface Step {
        /**
         * @param from the share of all rows of both sides below the bin; {@code to}, below its upper end
         * @param gapBefore the gap between the distribution functions at the lower end; {@code gapBehind}, at the upper one
         */
        void over(double from, double to, double gapBefore, double gapBehind);
    }

    /** Goes through the bins of two samples on one grid, but for those that are empty on both sides. */
    static void walk(BinnedNumbers reference, BinnedNumbers current, Step step) {
        double n = reference.rows();
        double m = current.rows();
        double a = 0;
        double b = 0;
        for (int i = 0; i < reference.counts.length; i++) {
            double nextA = a + reference.counts[i];
            double nextB = b + current.counts[i];
            if (nextA + nextB > a + b) {
                step.over((a + b) / (n + m), (nextA + nextB) / (n + m), a / n - b / m, nextA / n - nextB / m);
            }
            a = nextA;
            b = nextB;
        }
    }
}
