package io.streamgauge.statistics.comparison;

/**
 * TensorFlow Data Validation's bins: each side has its own ten buckets, of equal width ({@code tfdv-standard}) or equal mass
 * ({@code tfdv-quantiles}), which are then cut at all bounds of both, the mass of a bucket being spread evenly over its
 * pieces. NaN and infinities are mass that nothing on the other side matches, not even the same (TFDV's rule; a column that
 * is NaN on both sides is at distance 1 from itself); missing rows are not counted. Where TFDV estimates its buckets by a
 * quantile sketch, these are exact.
 *
 * <p>Source: tensorflow/data-validation 710b32f, anomalies/metrics.cc.
 */
record TfdvHistograms(int buckets, boolean equalMass) implements Binning {

    @Override
    public Masses count(Numbers reference, Numbers current) {
        return Histogram.aligned(histogram(reference), histogram(current)).and(odd(reference, 0), odd(current, 3));
    }

    private Histogram histogram(Numbers sample) {
        if (sample.compared() == 0) {
            return Histogram.EMPTY;
        }
        return equalMass ? Histogram.quantiles(sample, buckets) : Histogram.standard(sample, buckets);
    }

    private static long[] odd(Numbers sample, int from) {
        var masses = new long[6];
        System.arraycopy(sample.others().counts(), 0, masses, from, 3);
        return masses;
    }

    @Override
    public boolean isFixedByReference() {
        return false;
    }
}
