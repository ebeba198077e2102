package io.streamgauge.topology.state;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link StateWriter} wrote. Anything else gives an {@link IllegalArgumentException}. */
public final class StateReader {
    private final ByteBuffer in;
    private final String what;

    /** @param what names the thing that is read, for error messages */
    public StateReader(byte[] bytes, String what) {
        this.in = ByteBuffer.wrap(bytes);
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
        return need(1).get();
    }

    public int integer() {
        return need(4).getInt() ^ Integer.MIN_VALUE;
    }

    public long number() {
        return need(8).getLong() ^ Long.MIN_VALUE;
    }

    public String text() {
        byte[] utf8 = take(need(2).getShort() & 0xffff);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        return take(need(4).getInt());
    }

    public boolean hasMore() {
        return in.hasRemaining();
    }

    private byte[] take(int length) {
        if (length < 0) {
            throw new IllegalArgumentException(what + " is garbled: a length of " + length);
        }
        byte[] taken = new byte[Math.min(length, in.remaining())];
        need(length).get(taken);
        return taken;
    }

    private ByteBuffer need(int bytes) {
        if (in.remaining() < bytes) {
            throw new IllegalArgumentException(
                    what + " is cut short: " + bytes + " bytes wanted, " + in.remaining() + " left",
                    new BufferUnderflowException());
        }
        return in;
    }
}
