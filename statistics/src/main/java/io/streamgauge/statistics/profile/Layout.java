package io.streamgauge.statistics.profile;

/**
 * Says which bins the values of one feature are counted in. Two profiles can be merged or compared exactly when their
 * layouts are equal.
 *
 * <p>Every layout has, besides the bins for values, bins of their own for what is not a value (missing, mistyped, NaN,
 * ...), so that each of them is matched with itself in a comparison.
 *
 * <p>Immutable and safe for use by any thread.
 */
public sealed interface Layout permits Grid, Vocabulary {

    /** An empty profile that counts in these bins. */
    Profile newProfile();

    /** The number of matched bins: the length of {@link Profile#binCounts()}. */
    int bins();

    /**
     * What bin {@code bin} holds, for people: {@code "[1.5, 2)"}, {@code "BOS"}, {@code "(missing)"}.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= bin < bins()}
     */
    String binLabel(int bin);

    /** A 64-bit hash of {@link #toBytes()}: equal layouts have equal fingerprints on every machine and version. */
    long fingerprint();

    /** The layout as bytes; the first byte is the format version. Equal layouts give equal bytes. */
    byte[] toBytes();

    /**
     * The layout that {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are not exactly what a layout writes
     */
    static Layout fromBytes(byte[] bytes) {
        var in = new BinaryReader("layout", bytes);
        in.version();
        int kind = in.unsignedByte();
        Layout layout = switch (kind) {
            case Grid.KIND -> Grid.readFrom(in);
            case Vocabulary.KIND -> Vocabulary.readFrom(in);
            default -> throw in.invalid("unknown layout kind " + kind);
        };
        in.end();
        return layout;
    }
}
