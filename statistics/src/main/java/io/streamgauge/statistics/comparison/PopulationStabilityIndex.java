package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;

/**
 * {@code psi}: population stability index {@code sum((q - p) ln(q / p))}, reference p, current q; at least 0, in nats.
 *
 * <ul>
 *   <li>Zeros: {@code zero-fill=half-count} (default, half a row more in each filled bin), a number that takes the place of
 *       shares that are exactly 0 (nothing is renormalised), {@code adaptive} (Evidently: 1e-4, or a millionth of the smallest
 *       share), {@code none} (deequ: infinite); {@code min-share=0.01} instead raises all smaller shares (Deepchecks);
 *       {@code renormalise=true} scales the filled shares back to a sum of 1.
 *   <li>NaN, infinite, missing: dropped, or bins of their own with {@code missing=bin}. A new category is a bin.
 *   <li>Sources: evidentlyai/evidently a4aa4c2 psi.py; deepchecks distribution/drift.py; awslabs/deequ Distance.scala. The
 *       limits 0.1 and 0.25 in use are credit-scoring custom for large samples; under no change, the index of ten bins
 *       exceeds 0.1 in windows of 100 rows a third of the time.
 * </ul>
 */
record PopulationStabilityIndex(Smoothing smoothing) implements BinFormula {

    @Override
    public double of(Masses masses) {
        Masses shares = smoothing.shares(masses);
        double sum = 0;
        for (int i = 0; i < shares.reference().length; i++) {
            double p = shares.reference()[i];
            double q = shares.current()[i];
            sum += p == q ? 0 : (q - p) * StrictMath.log(q / p);
        }
        return sum;
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.LINEAR;
    }
}
