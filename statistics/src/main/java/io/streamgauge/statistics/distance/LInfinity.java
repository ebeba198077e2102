package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;

/**
 * The largest change of the share of any one bin, {@code max |p - q|}, in {@code [0, 1]}. For categorical features: each
 * value of the vocabulary, all unseen values together, missing and mistyped are the bins. Not for numbers, whose largest
 * bin says more about the grid than about the data.
 */
final class LInfinity extends BinnedDistance {

    @Override
    public String name() {
        return "l-infinity";
    }

    @Override
    public String convention() {
        return "bins=baseline,unseen=pooled,missing=bin";
    }

    @Override
    public boolean appliesTo(Layout layout) {
        return layout instanceof Vocabulary;
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.SQUARE_ROOT;
    }

    @Override
    public CountDistance onCounts(Profile reference) {
        requireApplies(reference.layout());
        return LInfinity::largestChange;
    }

    private static double largestChange(long[] reference, long[] current) {
        double n = sum(reference);
        double m = sum(current);
        double largest = 0;
        for (int i = 0; i < reference.length; i++) {
            largest = Math.max(largest, Math.abs(reference[i] / n - current[i] / m));
        }
        return largest;
    }
}
