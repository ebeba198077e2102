package io.streamgauge.topology.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.BufferUnderflowException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link StateWriter} wrote. Anything else gives an {@link IllegalArgumentException}. */
public final class StateReader {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] in;
    private final int end;
    private final String what;
    private int at;

    /** @param what names the thing that is read, for error messages */
    public StateReader(byte[] bytes, String what) {
        this(Slice.of(bytes), what);
    }

    /** @param what names the thing that is read, for error messages */
    public StateReader(Slice slice, String what) {
        this.in = slice.bytes();
        this.at = slice.from();
        this.end = slice.to();
        this.what = what;
    }

    /** Reads the tag and insists on its value. */
    public StateReader expectVersion(int version) {
        int found = tag();
        if (found != version) {
            throw new IllegalArgumentException(what + " has format version " + found + ", expected " + version
                    + ": it was written by another release of Streamgauge");
        }
        return this;
    }

    public int tag() {
        return in[skip(1)];
    }

    public int integer() {
        return (int) INTS.get(in, skip(Integer.BYTES)) ^ Integer.MIN_VALUE;
    }

    public long number() {
        return (long) LONGS.get(in, skip(Long.BYTES)) ^ Long.MIN_VALUE;
    }

    public String text() {
        int length = textLength();
        return new String(in, skip(length), length, StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        int length = bytesLength();
        int from = skip(length);
        return Arrays.copyOfRange(in, from, from + length);
    }

    /** Passes over a text. */
    public void skipText() {
        skip(textLength());
    }

    /** Passes over what {@link StateWriter#bytes} wrote. */
    public void skipBytes() {
        skip(bytesLength());
    }

    private int textLength() {
        return (short) SHORTS.get(in, skip(Short.BYTES)) & 0xffff;
    }

    private int bytesLength() {
        return (int) INTS.get(in, skip(Integer.BYTES));
    }

    /** Where the text at {@code at} ends. */
    public static int behindText(byte[] bytes, int at) {
        return at + Short.BYTES + ((short) SHORTS.get(bytes, at) & 0xffff);
    }

    /** Where what {@link StateWriter#bytes} wrote at {@code at} ends. */
    public static int behindBytes(byte[] bytes, int at) {
        return at + Integer.BYTES + (int) INTS.get(bytes, at);
    }

    public boolean hasMore() {
        return at < end;
    }

    /** Where it is in the array. */
    public int position() {
        return at;
    }

    /** What was read since it was at a position; not a copy. */
    public Slice since(int position) {
        return new Slice(in, position, at);
    }

    /**
     * Passes over so many bytes.
     *
     * @return where they begin
     */
    private int skip(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException(what + " is garbled: a length of " + bytes);
        }
        if (end - at < bytes) {
            throw new IllegalArgumentException(
                    what + " is cut short: " + bytes + " bytes wanted, " + (end - at) + " left",
                    new BufferUnderflowException());
        }
        int from = at;
        at += bytes;
        return from;
    }
}
