package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.Shrinkage;

/**
 * {@code kl}: Kullback-Leibler divergence {@code sum(p ln(p / q))} in nats, p of the reference and q of the current side, or
 * the other way round with {@code direction=current-reference} (Great Expectations). At least 0 for shares with a sum of 1;
 * with a zero fill and no renormalisation it can be slightly negative, as the tools' numbers are.
 *
 * <p>Zeros, NaN, missing, new categories: as {@link PopulationStabilityIndex}. Evidently's goes through scipy.stats.entropy,
 * which renormalises. Kullback and Leibler 1951, doi:10.1214/aoms/1177729694.
 */
record KullbackLeibler(Smoothing smoothing, boolean fromCurrent) implements BinFormula {

    @Override
    public double of(Masses masses) {
        Masses shares = smoothing.shares(masses);
        double[] from = fromCurrent ? shares.current() : shares.reference();
        double[] to = fromCurrent ? shares.reference() : shares.current();
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += from[i] == 0 ? 0 : from[i] * StrictMath.log(from[i] / to[i]);
        }
        return sum;
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.LINEAR;
    }
}
