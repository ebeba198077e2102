package io.streamgauge.schemas.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A position in the bytes of an Avro datum, and the reading of Avro's primitive types there. Checks every byte it is
 * about to read, and bounds nesting and the number of collection items, so that no bytes can make it run long or
 * allocate: a few bytes can claim two billion nulls.
 *
 * <p>Every method throws {@link MalformedRecord} where the bytes end early or are impossible.
 */
final class AvroCursor {
    static final int MAX_DEPTH = 64;
    static final int MAX_ITEMS = 100_000;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NO_BYTES = {};

    private byte[] bytes = NO_BYTES;
    private int position;
    private int depth;
    private int items;

    void reset(byte[] value, int offset) {
        bytes = value;
        position = offset;
        depth = 0;
        items = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    /** Goes on at a position that was reached by reading the bytes directly. */
    void moveTo(int reached) {
        position = reached;
    }

    int remaining() {
        return bytes.length - position;
    }

    boolean readBoolean() {
        int value = bytes[skip(1)];
        if (value != 0 && value != 1) {
            throw new MalformedRecord("a boolean is neither 0 nor 1");
        }
        return value == 1;
    }

    int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw new MalformedRecord("an int has more than 32 bits");
        }
        return (int) value;
    }

    /** Zigzag and variable length, seven bits a byte, low bits first. */
    long readLong() {
        // Most are lengths, branches and small numbers of one byte.
        if (position < bytes.length && bytes[position] >= 0) {
            long single = bytes[position++];
            return (single >>> 1) ^ -(single & 1);
        }
        return readManyBytes();
    }

    private long readManyBytes() {
        long zigzag = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[skip(1)];
            zigzag |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new MalformedRecord("a number has more than ten bytes");
    }

    float readFloat() {
        return Float.intBitsToFloat((int) INTS.get(bytes, skip(Integer.BYTES)));
    }

    double readDouble() {
        return Double.longBitsToDouble((long) LONGS.get(bytes, skip(Long.BYTES)));
    }

    /** The length before a string or bytes; what it promises is there. */
    int readLength() {
        long length = readLong();
        if (length < 0 || length > remaining()) {
            throw new MalformedRecord("a length of %d where %d bytes are left".formatted(length, remaining()));
        }
        return (int) length;
    }

    /** An index into {@code size} branches or symbols. */
    int readIndex(int size) {
        long index = readLong();
        if (index < 0 || index >= size) {
            throw new MalformedRecord("index %d of a union or enum with %d".formatted(index, size));
        }
        return (int) index;
    }

    /** Items in the next block of an array or map, 0 at its end. */
    int readBlock() {
        long count = readLong();
        if (count < 0) {
            // A negative count is followed by the size of the block, which is of use only to jumpers.
            readLong();
            count = -count;
        }
        if (count < 0 || count > MAX_ITEMS - items) {
            throw new MalformedRecord("more than %d collection items".formatted(MAX_ITEMS));
        }
        items += (int) count;
        return (int) count;
    }

    /** Moves on; the position before. */
    int skip(int length) {
        if (length > remaining()) {
            throw new MalformedRecord("cut off: %d bytes are left of %d".formatted(remaining(), length));
        }
        int before = position;
        position += length;
        return before;
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new MalformedRecord("nested deeper than " + MAX_DEPTH);
        }
    }

    void leave() {
        depth--;
    }
}
