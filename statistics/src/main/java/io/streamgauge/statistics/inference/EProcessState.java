package io.streamgauge.statistics.inference;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What an {@link EProcess} knows between two windows: the counts since its last restart, and the evidence. Immutable. */
public final class EProcessState {

    private static final byte VERSION = 1;

    private final long[] counts;
    private final double logEvidence;

    EProcessState(long[] counts, double logEvidence) {
        this.counts = counts;
        this.logEvidence = logEvidence;
    }

    /** ln M. */
    public double logEvidence() {
        return logEvidence;
    }

    int bins() {
        return counts.length;
    }

    long[] counts() {
        return counts.clone();
    }

    /** The state as bytes: format version, evidence, bins, counts; {@code 13 + 8 * bins} of them. */
    public byte[] toBytes() {
        var out = ByteBuffer.allocate(13 + 8 * counts.length)
                .put(VERSION)
                .putDouble(logEvidence)
                .putInt(counts.length);
        Arrays.stream(counts).forEach(out::putLong);
        return out.array();
    }

    /**
     * The state that {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are of another version or damaged
     */
    public static EProcessState fromBytes(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "format version " + version + " of an e-process, this release reads " + VERSION);
            }
            double logEvidence = in.getDouble();
            int bins = in.getInt();
            if (Double.isNaN(logEvidence) || bins != in.remaining() / 8.0) {
                throw new IllegalArgumentException("not a readable state of an e-process");
            }
            var counts = new long[bins];
            Arrays.setAll(counts, i -> in.getLong());
            return new EProcessState(counts, logEvidence);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the state of an e-process ends early", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EProcessState state
                && Double.compare(logEvidence, state.logEvidence) == 0
                && Arrays.equals(counts, state.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(logEvidence) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "EProcessState[logEvidence=" + logEvidence + "]";
    }
}
