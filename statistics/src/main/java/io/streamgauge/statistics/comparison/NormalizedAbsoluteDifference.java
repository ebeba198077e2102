package io.streamgauge.statistics.comparison;

/**
 * {@code normalized-absolute-difference}: {@code max |x - y| / (sum x + sum y)} over the counts x, y of each category; in
 * {@code [0, 1]}. Of counts and not of shares, so that it also sees a change of volume: two samples with equal shares and
 * different sizes are not at distance 0.
 *
 * <p>New categories, missing, numeric features: as {@link LargestChange}. tensorflow/data-validation 710b32f, metrics.cc.
 */
record NormalizedAbsoluteDifference() implements BinFormula {

    @Override
    public double of(Masses masses) {
        double largest = 0;
        for (int i = 0; i < masses.reference().length; i++) {
            largest = Math.max(largest, Math.abs(masses.reference()[i] - masses.current()[i]));
        }
        return largest / (Masses.sum(masses.reference()) + Masses.sum(masses.current()));
    }
}
