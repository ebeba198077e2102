package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Profile;

/**
 * Jensen-Shannon divergence {@code JS = KL(p|m)/2 + KL(q|m)/2} with {@code m = (p+q)/2} and logarithms to base 2, over all
 * bins, missing and unseen included; in {@code [0, 1]} bits, 1 when no bin is filled on both sides. The Jensen-Shannon
 * distance is its square root, a metric in {@code [0, 1]}. A bin that is empty on one side needs no smoothing.
 *
 * <p>Same numbers as TensorFlow Data Validation (divergence) and NannyML (distance) on equal bins; Evidently's distance has
 * base e, that is {@code sqrt(ln 2)} times ours. Lin 1991, doi:10.1109/18.61115; Endres and Schindelin 2003,
 * doi:10.1109/TIT.2003.813506.
 */
final class JensenShannon extends BinnedDistance {

    private static final double LN_2 = StrictMath.log(2);

    private final String name;
    private final Shrinkage shrinkage;

    private JensenShannon(String name, Shrinkage shrinkage) {
        this.name = name;
        this.shrinkage = shrinkage;
    }

    static JensenShannon divergence() {
        return new JensenShannon("js-divergence", Shrinkage.LINEAR);
    }

    static JensenShannon distance() {
        return new JensenShannon("js-distance", Shrinkage.SQUARE_ROOT);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String convention() {
        return "base=2,bins=baseline,missing=bin";
    }

    @Override
    public Shrinkage shrinkage() {
        return shrinkage;
    }

    @Override
    public CountDistance onCounts(Profile reference) {
        return (a, b) -> shrinkage.distance(divergence(a, b));
    }

    private static double divergence(long[] reference, long[] current) {
        double n = sum(reference);
        double m = sum(current);
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double p = reference[i] / n;
            double q = current[i] / m;
            if (p == 0 || q == 0) {
                sum += (p + q) * LN_2; // the most frequent case of a long tail, without a logarithm
            } else if (p != q) {
                double middle = (p + q) / 2;
                sum += p * StrictMath.log(p / middle) + q * StrictMath.log(q / middle);
            }
        }
        // Rounding can take a tiny divergence below 0 and a full one above 1.
        return Math.max(0, Math.min(1, sum / 2 / LN_2));
    }
}
