package io.streamgauge.statistics.profile;

/**
 * Answers how the values of one feature are distributed over the bins of its {@link Layout}, in constant memory.
 *
 * <p>The law that everything else rests on: a profile is a function of the multiset of what was added. Any order, any split
 * into parts that are merged in any order, gives equal {@link #toBytes() bytes}. This is so because all state is integer
 * counts and sums, minima, maxima and bottom-k samples, which are associative and commutative.
 *
 * <p>Mutable and not thread-safe. Adding allocates nothing for numbers and for values of the vocabulary.
 */
public sealed interface Profile permits NumericProfile, CategoricalProfile {

    /** The largest number of rows that a stored profile may claim: what a double can count exactly. */
    long MAX_ROWS = 1L << 53;

    /** The bins that this profile counts in. */
    Layout layout();

    /** The number of all rows, with or without a value. */
    long count();

    /** Rows without a value. */
    long missing();

    /** Rows whose value is not of the feature's type. */
    long mistyped();

    /** Counts a row without a value. */
    void addMissing();

    /** Counts a row whose value is not of the feature's type. */
    void addMistyped();

    /**
     * A copy of the count of each bin, of length {@code layout().bins()}; their sum is {@link #count()}. The order is the
     * one in the Javadoc of {@link Grid} and {@link Vocabulary}. Not cumulative.
     */
    long[] binCounts();

    /**
     * Adds all that {@code other} holds to this profile; {@code other} does not change.
     *
     * @throws IllegalArgumentException if the layouts differ
     */
    void mergeFrom(Profile other);

    /** An independent profile with the same content. */
    Profile copy();

    /**
     * The content as bytes: format version, fingerprint of the layout, then variable-length integers. Equal content gives
     * equal bytes. At most 300 bytes for a grid of 64 bins and windows of up to 100 million rows, and never more than
     * {@code 8 * bins + 120}; at most {@code 8 * bins + 17,200} for a vocabulary.
     */
    byte[] toBytes();

    /**
     * The profile that {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are of another layout or version, or not exactly what a profile writes
     */
    static Profile fromBytes(byte[] bytes, Layout layout) {
        var in = new BinaryReader("profile", bytes);
        in.version();
        long fingerprint = in.fixed64();
        if (fingerprint != layout.fingerprint()) {
            throw in.invalid(
                    String.format("it has layout %016x, expected layout %016x", fingerprint, layout.fingerprint()));
        }
        Profile profile = layout instanceof Grid grid
                ? NumericProfile.readFrom(in, grid)
                : CategoricalProfile.readFrom(in, (Vocabulary) layout);
        in.end();
        return profile;
    }

    /**
     * The fingerprint of the layout that a stored profile needs, for finding that layout.
     *
     * @throws IllegalArgumentException if the bytes are too short or of another version
     */
    static long fingerprintOf(byte[] bytes) {
        var in = new BinaryReader("profile", bytes);
        in.version();
        return in.fixed64();
    }
}
