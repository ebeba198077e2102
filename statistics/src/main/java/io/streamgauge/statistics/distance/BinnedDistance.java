package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;

/** Checks the arguments, and leaves the formula on counts to the subclass. */
abstract class BinnedDistance implements Distance {

    @Override
    public boolean appliesTo(Layout layout) {
        return true;
    }

    @Override
    public double between(Profile reference, Profile current) {
        check(reference, current);
        return checkedBetween(reference, current);
    }

    final void check(Profile reference, Profile current) {
        if (!reference.layout().equals(current.layout())) {
            throw new IllegalArgumentException(String.format(
                    "%s needs two profiles of one layout, got %016x and %016x",
                    name(), reference.layout().fingerprint(), current.layout().fingerprint()));
        }
        requireApplies(reference.layout());
        if (reference.count() == 0 || current.count() == 0) {
            throw new IllegalArgumentException(name() + " needs two profiles with rows, got " + reference.count()
                    + " and " + current.count() + " rows");
        }
    }

    double checkedBetween(Profile reference, Profile current) {
        return onCounts(reference).between(reference.binCounts(), current.binCounts());
    }

    final void requireApplies(Layout layout) {
        if (!appliesTo(layout)) {
            throw new IllegalArgumentException(name() + " does not apply to " + layout);
        }
    }

    static long sum(long[] counts) {
        return sum(counts, counts.length);
    }

    static long sum(long[] counts, int end) {
        long sum = 0;
        for (int i = 0; i < end; i++) {
            sum += counts[i];
        }
        return sum;
    }

    @Override
    public String toString() {
        return name() + "(" + convention() + ")";
    }
}
