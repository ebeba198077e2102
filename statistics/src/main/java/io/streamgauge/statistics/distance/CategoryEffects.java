package io.streamgauge.statistics.distance;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The standardized effects that a categorical feature can have, relative to one reference; see {@link EffectSize}. */
final class CategoryEffects {

    private static final double LEAST_SHARE = 1.0 / 64;
    private static final double LEVEL = 0.001;

    private final double known; // root of the share of rows with a known value
    private final ShareGroups shape;
    private final PresenceEffect presence;

    CategoryEffects(int values, long[] reference) {
        long rows = BinnedDistance.sum(reference);
        known = rows == 0 ? 0 : Math.sqrt(BinnedDistance.sum(reference, values) / (double) rows);
        int[] frequentFirst = IntStream.range(0, values)
                .boxed()
                .sorted(Comparator.comparingLong(bin -> -reference[bin]))
                .mapToInt(bin -> bin)
                .toArray();
        shape = ShareGroups.ofMass(reference.length, frequentFirst, reference, LEAST_SHARE);
        long once =
                IntStream.range(0, values).filter(bin -> reference[bin] == 1).count();
        // As far out among its own as the shape is among its groups, so that neither hides the other.
        double weight = Math.sqrt(ShareGroups.limit(shape.filled(), LEVEL) / ShareGroups.limit(2, LEVEL)) * 0.9;
        presence = new PresenceEffect(values, reference, once, Math.max(0.9, weight));
    }

    double largest(long[] current) {
        return Math.max(known * Math.sqrt(shape.index(current)), presence.of(current));
    }
}
