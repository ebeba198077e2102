package io.streamgauge.checks.valueskew;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Answers how often, and in what way, the values of a row at serving differ from those of the same row in training. Rows are
 * arrays of values in the order of the features. Counts do not depend on the order of the pairs; the evidence does: it is of
 * the first pairs, and knows the training values of the {@link Mismatch#MOST_LAG} pairs before. Memory is bounded by the number
 * of features. Mutable, not thread-safe.
 */
public final class ValueSkew {
    /** With more features, looking for swapped ones would take longer than the comparison. */
    private static final int MOST_FEATURES_FOR_SWAPS = 500;

    private final List<String> features;
    private final Comparison[] comparisons;
    private final FeatureTally[] tallies;
    /** Training rows of the last pairs; the pair number p is at p modulo the length. */
    private final Value[][] earlier = new Value[Mismatch.MOST_LAG][];

    private long pairs;

    /** Starts with no pairs. {@code comparison} says how the values of each feature are compared. */
    public ValueSkew(List<String> features, Function<String, Comparison> comparison) {
        this.features = List.copyOf(features);
        this.comparisons = features.stream().map(comparison).toArray(Comparison[]::new);
        this.tallies = features.stream().map(FeatureTally::new).toArray(FeatureTally[]::new);
    }

    /** Takes in a pair of rows with the same identifier; the arrays must not change any more. */
    public void add(Value[] base, Value[] test) {
        if (base.length != tallies.length || test.length != tallies.length) {
            throw new IllegalArgumentException("rows of %d and %d values, but there are %d features"
                    .formatted(base.length, test.length, tallies.length));
        }
        for (int i = 0; i < tallies.length; i++) {
            int feature = i;
            tallies[i].add(base[i], test[i], comparisons[i], () -> mismatch(feature, base, test));
        }
        earlier[(int) (pairs++ % earlier.length)] = base;
    }

    /** The number of pairs taken in. */
    public long pairs() {
        return pairs;
    }

    /** What became of each feature that some row had, in the order of the features. */
    public List<FeatureSkew> features() {
        return Arrays.stream(tallies)
                .filter(FeatureTally::seen)
                .map(FeatureTally::skew)
                .toList();
    }

    private Mismatch mismatch(int feature, Value[] base, Value[] test) {
        if (base[feature].isEmpty() || test[feature].isEmpty()) {
            return Mismatch.of(base[feature], test[feature]);
        }
        List<String> twins = new ArrayList<>();
        List<String> swaps = new ArrayList<>();
        if (tallies.length <= MOST_FEATURES_FOR_SWAPS) {
            for (int other = 0; other < tallies.length; other++) {
                if (other != feature && is(feature, base[other], test[feature])) {
                    twins.add(features.get(other));
                    if (is(feature, base[feature], test[other])) {
                        swaps.add(features.get(other));
                    }
                }
            }
        }
        int known = (int) Math.min(pairs, earlier.length);
        return new Mismatch(base[feature], test[feature], known, lags(feature, test[feature]), twins, swaps);
    }

    private long lags(int feature, Value test) {
        long lags = 0;
        for (int lag = 1; lag <= Math.min(pairs, earlier.length); lag++) {
            Value before = earlier[(int) ((pairs - lag) % earlier.length)][feature];
            lags |= is(feature, before, test) ? 1L << (lag - 1) : 0;
        }
        return lags;
    }

    private boolean is(int feature, Value base, Value test) {
        return !base.isEmpty() && !test.isEmpty() && comparisons[feature].same(base, test);
    }
}
