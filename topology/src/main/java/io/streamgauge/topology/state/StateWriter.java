package io.streamgauge.topology.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Writes keys and values of state and internal topics. Longs are big-endian with the sign bit flipped, so that keys sort by
 * number; texts are preceded by their length in two bytes.
 */
public final class StateWriter {
    private static final int LONGEST_TEXT = 0xffff;

    private ByteBuffer out = ByteBuffer.allocate(128);

    public StateWriter tag(int value) {
        room(1).put((byte) value);
        return this;
    }

    public StateWriter number(int value) {
        room(4).putInt(value ^ Integer.MIN_VALUE);
        return this;
    }

    public StateWriter number(long value) {
        room(8).putLong(value ^ Long.MIN_VALUE);
        return this;
    }

    public StateWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of " + utf8.length + " bytes is too long for state");
        }
        room(2 + utf8.length).putShort((short) utf8.length).put(utf8);
        return this;
    }

    public StateWriter bytes(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    /** How many bytes there are so far. */
    public int size() {
        return out.position();
    }

    public byte[] toBytes() {
        return Arrays.copyOf(out.array(), out.position());
    }

    public Bytes toKey() {
        return Bytes.wrap(toBytes());
    }

    private ByteBuffer room(int needed) {
        if (out.remaining() < needed) {
            out = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + needed))
                    .put(out.flip());
        }
        return out;
    }
}
