package io.streamgauge.checks.valueskew;

import io.streamgauge.statistics.inference.ClopperPearson;

/**
 * How often did a feature's two values agree? Each pair of rows with the same identifier counts in exactly one of
 * {@code match}, {@code mismatch}, {@code baseOnly}, {@code testOnly}; in none of them where the value is absent on both sides,
 * or absent on one and an empty list on the other. Two empty lists match, but are no values.
 *
 * @param match pairs with the same value
 * @param mismatch pairs with two values that differ
 * @param baseOnly pairs with a value in training (base) only
 * @param testOnly pairs with a value at serving (test) only
 * @param bothEmpty those of {@code match} that are two empty lists
 */
public record FeatureCounts(long match, long mismatch, long baseOnly, long testOnly, long bothEmpty) {
    /** The confidence of {@link #upperBound}. */
    public static final double CONFIDENCE = 0.95;

    public FeatureCounts {
        if (Math.min(Math.min(mismatch, bothEmpty), Math.min(baseOnly, testOnly)) < 0 || match < bothEmpty) {
            throw new IllegalArgumentException("counts must not be negative, nor more empty ones than matches");
        }
    }

    /** Pairs with a value in training. */
    public long baseCount() {
        return match - bothEmpty + mismatch + baseOnly;
    }

    /** Pairs with a value at serving. */
    public long testCount() {
        return match - bothEmpty + mismatch + testOnly;
    }

    /** Pairs that differ: in value, or in that there is one. */
    public long differing() {
        return mismatch + baseOnly + testOnly;
    }

    /** All pairs that count. */
    public long compared() {
        return match + differing();
    }

    /** The share of the pairs that differ, in [0, 1]; 0 if none counts. */
    public double rate() {
        return compared() == 0 ? 0 : (double) differing() / compared();
    }

    /**
     * What the true rate stays below with a confidence of 95 %, if the pairs were drawn independently: {@link ClopperPearson};
     * 1 if no pair counts.
     */
    public double upperBound() {
        return ClopperPearson.upperBound(differing(), compared(), CONFIDENCE);
    }

    public FeatureCounts plus(FeatureCounts other) {
        return new FeatureCounts(
                match + other.match,
                mismatch + other.mismatch,
                baseOnly + other.baseOnly,
                testOnly + other.testOnly,
                bothEmpty + other.bothEmpty);
    }
}
