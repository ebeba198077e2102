package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Profile;

/**
 * Population stability index {@code PSI = sum((q - p) * ln(q / p))} over the bins that are filled on at least one side,
 * missing and unseen included; in nats, from 0 without a bound. Half a row is added to each of these B bins on both sides:
 * {@code p = (a + 1/2) / (N + B/2)}. So an empty bin gives a finite number, and the null distribution keeps to its level
 * also in small windows, which a fixed floor such as 1e-4 does not.
 *
 * <p>Bins that are empty on both sides are left out: half a row is a larger share of the smaller sample, so they would add
 * to the index although nothing is there.
 */
final class PopulationStability extends BinnedDistance {

    @Override
    public String name() {
        return "psi";
    }

    @Override
    public String convention() {
        return "base=e,bins=baseline,missing=bin,smoothing=half-count";
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.LINEAR;
    }

    @Override
    public CountDistance onCounts(Profile reference) {
        return PopulationStability::index;
    }

    private static double index(long[] reference, long[] current) {
        int filled = 0;
        for (int i = 0; i < reference.length; i++) {
            filled += reference[i] > 0 || current[i] > 0 ? 1 : 0;
        }
        double n = sum(reference) + filled / 2.0;
        double m = sum(current) + filled / 2.0;
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] > 0 || current[i] > 0) {
                double p = (reference[i] + 0.5) / n;
                double q = (current[i] + 0.5) / m;
                sum += (q - p) * StrictMath.log(q / p);
            }
        }
        return sum; // each term has the signs of q - p twice, so none is negative
    }
}
