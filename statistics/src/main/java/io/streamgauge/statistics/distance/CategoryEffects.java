package io.streamgauge.statistics.distance;

import java.util.Arrays;

/** The standardized effects that a categorical feature can have, relative to one reference; see {@link EffectSize}. */
final class CategoryEffects {

    private static final double LEAST_SHARE = 1.0 / ShareGroups.MOST;

    private static final int INDEX_BITS = 14; // Vocabulary.MAX_VALUES fit

    private final double known; // root of the share of rows with a known value
    private final ShareGroups shape;
    private final PresenceEffect presence;

    CategoryEffects(int values, long[] reference) {
        long rows = BinnedDistance.sum(reference);
        known = rows == 0 ? 0 : Math.sqrt(BinnedDistance.sum(reference, values) / (double) rows);
        shape = ShareGroups.ofMass(reference.length, frequentFirst(values, reference), reference, LEAST_SHARE);
        // As far out among its own as the shape is among its groups, so that neither hides the other.
        double weight = Math.sqrt(ShareGroups.limit(shape.filled()) / ShareGroups.limit(2)) * 0.9;
        presence = new PresenceEffect(
                values, values, reference, PresenceEffect.strangers(values, reference), Math.max(0.9, weight));
    }

    /** Of equally frequent ones the first comes first. */
    private static int[] frequentFirst(int values, long[] reference) {
        var keys = new long[values]; // sorted as numbers, without an object for each
        Arrays.setAll(keys, bin -> (-reference[bin] << INDEX_BITS) | bin);
        Arrays.sort(keys);
        return Arrays.stream(keys)
                .mapToInt(key -> (int) (key & ((1 << INDEX_BITS) - 1)))
                .toArray();
    }

    double largest(long[] current) {
        return Math.max(known * Math.sqrt(shape.index(current)), presence.of(current));
    }
}
