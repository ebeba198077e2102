package io.streamgauge.topology.state;

import java.util.Arrays;

/** Bytes from {@code from} up to {@code to} of an array that others may share, which must not change. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Slice(byte[] bytes, int from, int to) {
    /** The whole of an array. */
    public static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    public int length() {
        return to - from;
    }

    /** The same bytes in an array of their own: to be kept without keeping what they came in. */
    public Slice alone() {
        return length() == bytes.length ? this : of(Arrays.copyOfRange(bytes, from, to));
    }
}
