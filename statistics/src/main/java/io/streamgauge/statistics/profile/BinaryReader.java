package io.streamgauge.statistics.profile;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Reads what {@link BinaryWriter} wrote, strictly: whatever is cut short, too long or not in its one canonical form is an
 * {@link IllegalArgumentException}, and no claimed length is believed before it is checked against its bound.
 */
final class BinaryReader {

    private final String what;
    private final byte[] bytes;
    private int position;

    /** @param what what is read, for messages: {@code "profile"} */
    BinaryReader(String what, byte[] bytes) {
        this.what = what;
        this.bytes = bytes;
    }

    void version() {
        int version = unsignedByte();
        if (version != BinaryWriter.VERSION) {
            throw invalid("format version " + version + ", this release reads " + BinaryWriter.VERSION);
        }
    }

    int unsignedByte() {
        if (position >= bytes.length) {
            throw invalid("the bytes end early");
        }
        return bytes[position++] & 0xff;
    }

    long fixed64() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | unsignedByte();
        }
        return value;
    }

    /** A double; -0.0 is never written. */
    double float64() {
        long bits = fixed64();
        if (bits == Long.MIN_VALUE) {
            throw invalid("a number is -0.0");
        }
        return Double.longBitsToDouble(bits);
    }

    /** A number in {@code [0, max]}. */
    long varint(long max) {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = unsignedByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                if (next == 0 && shift > 0) {
                    throw invalid("a number is not in its shortest form");
                }
                return atMost(max, value);
            }
        }
        throw invalid("a number is too long");
    }

    private long atMost(long max, long value) {
        if (value > max) {
            throw invalid("a number is " + value + ", at most " + max + " is possible");
        }
        return value;
    }

    byte[] shortBytes(int maxLength) {
        int length = (int) varint(maxLength);
        if (length > bytes.length - position) {
            throw invalid("the bytes end early");
        }
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    BigInteger integer128() {
        byte[] magnitude = shortBytes(16);
        if (magnitude.length == 0) {
            throw invalid("a sum has no bytes");
        }
        var value = new BigInteger(magnitude);
        if (value.toByteArray().length != magnitude.length) {
            throw invalid("a sum is not in its shortest form");
        }
        return value;
    }

    /** Counts written by {@link BinaryWriter#counts}; their sum is at most {@link Profile#MAX_ROWS}. */
    long[] counts(int length) {
        var counts = new long[length];
        long rows = 0;
        boolean afterZeros = false;
        for (int i = 0; i < length; i++) {
            counts[i] = varint(Profile.MAX_ROWS);
            rows = atMost(Profile.MAX_ROWS, rows + counts[i]);
            if (counts[i] == 0) {
                if (afterZeros) {
                    throw invalid("a run of empty bins is split");
                }
                i += (int) varint(length - 1L - i);
            }
            afterZeros = counts[i] == 0;
        }
        return counts;
    }

    void end() {
        if (position != bytes.length) {
            throw invalid((bytes.length - position) + " bytes too many");
        }
    }

    IllegalArgumentException invalid(String why) {
        return new IllegalArgumentException("not a readable " + what + " (at byte " + position + "): " + why);
    }
}
