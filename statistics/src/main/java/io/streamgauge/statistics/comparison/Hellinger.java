package io.streamgauge.statistics.comparison;

/**
 * {@code hellinger}: {@code sqrt(1 - sum sqrt(p q))}, equal to {@code |sqrt p - sqrt q| / sqrt 2}; in {@code [0, 1]}. Computed
 * in the second form, which does not lose the digits of small distances. Zeros are natural; NaN, missing, new categories as
 * {@link JensenShannon}. Used by Evidently, NannyML, whylogs, MLRun, which differ in their bins.
 */
record Hellinger() implements BinFormula {

    @Override
    public double of(Masses masses) {
        double n = Masses.sum(masses.reference());
        double m = Masses.sum(masses.current());
        double sum = 0;
        for (int i = 0; i < masses.reference().length; i++) {
            double gap = Math.sqrt(masses.reference()[i] / n) - Math.sqrt(masses.current()[i] / m);
            sum += gap * gap;
        }
        return Math.min(1, Math.sqrt(sum / 2));
    }
}
