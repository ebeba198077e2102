package io.streamgauge.topology.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Writes keys and values of state and internal topics. Longs are big-endian with the sign bit flipped, so that keys sort by
 * number; texts are preceded by their length in two bytes.
 */
public final class StateWriter {
    private static final int LONGEST_TEXT = 0xffff;
    private static final int FIRST_SIZE = 128;
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] out = new byte[FIRST_SIZE];
    private int size;

    public StateWriter tag(int value) {
        int at = room(1);
        out[at] = (byte) value;
        return this;
    }

    public StateWriter number(int value) {
        int at = room(Integer.BYTES);
        INTS.set(out, at, value ^ Integer.MIN_VALUE);
        return this;
    }

    public StateWriter number(long value) {
        int at = room(Long.BYTES);
        LONGS.set(out, at, value ^ Long.MIN_VALUE);
        return this;
    }

    public StateWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return text(utf8, 0, utf8.length);
    }

    /** A text that is UTF-8 already. */
    public StateWriter text(byte[] utf8, int offset, int length) {
        if (length > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of " + length + " bytes is too long for state");
        }
        int at = room(Short.BYTES);
        SHORTS.set(out, at, (short) length);
        return copy(utf8, offset, length);
    }

    public StateWriter bytes(byte[] value) {
        return bytes(value, 0, value.length);
    }

    public StateWriter bytes(byte[] value, int offset, int length) {
        int at = room(Integer.BYTES);
        INTS.set(out, at, length);
        return copy(value, offset, length);
    }

    /** Bytes as they are, without their length: the reader must know where they end. */
    public StateWriter copy(Slice slice) {
        return copy(slice.bytes(), slice.from(), slice.length());
    }

    private StateWriter copy(byte[] value, int offset, int length) {
        int at = room(length);
        System.arraycopy(value, offset, out, at, length);
        return this;
    }

    /** How many bytes there are so far. */
    public int size() {
        return size;
    }

    /** Forgets all that was written, but not the memory that it took. */
    public StateWriter clear() {
        size = 0;
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(out, size);
    }

    public Bytes toKey() {
        return Bytes.wrap(toBytes());
    }

    /** Where the next bytes go; to be called before {@code out} is looked at, which it may replace. */
    private int room(int needed) {
        int at = size;
        size += needed;
        if (size > out.length) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, size));
        }
        return at;
    }
}
