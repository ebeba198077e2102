package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;

/**
 * {@code js-divergence}: {@code KL(p|m)/2 + KL(q|m)/2} with {@code m = (p+q)/2}; {@code js-distance}: its square root, a
 * metric. Logarithms to {@code base=2} (default, result in {@code [0, 1]}; TensorFlow Data Validation, NannyML) or
 * {@code base=e} (Evidently, SciPy; divergence up to ln 2).
 *
 * <p>Zeros need no fill: {@code 0 ln 0 = 0}, and a bin empty on one side adds its share times half ln 2. NaN, infinite,
 * missing: dropped, or bins of their own with {@code missing=bin}; a new category is a bin. Lin 1991, doi:10.1109/18.61115.
 */
record JensenShannon(boolean isDistance, boolean base2) implements BinFormula {

    private static final double LN_2 = StrictMath.log(2);

    @Override
    public double of(Masses masses) {
        double n = Masses.sum(masses.reference());
        double m = Masses.sum(masses.current());
        double sum = 0;
        for (int i = 0; i < masses.reference().length; i++) {
            double p = masses.reference()[i] / n;
            double q = masses.current()[i] / m;
            if (p == 0 || q == 0) {
                sum += (p + q) * LN_2;
            } else if (p != q) {
                double middle = (p + q) / 2;
                sum += p * StrictMath.log(p / middle) + q * StrictMath.log(q / middle);
            }
        }
        double nats = Math.max(0, Math.min(LN_2, sum / 2));
        double divergence = base2 ? nats / LN_2 : nats;
        return isDistance ? Math.sqrt(divergence) : divergence;
    }

    @Override
    public Shrinkage shrinkage() {
        return isDistance ? Shrinkage.SQUARE_ROOT : Shrinkage.LINEAR;
    }
}
