package io.streamgauge.statistics.comparison;

/**
 * {@code total-variation}: {@code sum |p - q| / 2}, the share of rows that would have to change bins; in {@code [0, 1]}.
 * Zeros are natural; NaN, missing, new categories as {@link JensenShannon}. (Evidently computes the same and scores it by a
 * permutation test.)
 */
record TotalVariation() implements BinFormula {

    @Override
    public double of(Masses masses) {
        double n = Masses.sum(masses.reference());
        double m = Masses.sum(masses.current());
        double sum = 0;
        for (int i = 0; i < masses.reference().length; i++) {
            sum += Math.abs(masses.reference()[i] / n - masses.current()[i] / m);
        }
        return Math.min(1, sum / 2); // rounding may end above 1
    }
}
