package io.streamgauge.statistics.profile;

import java.math.BigInteger;
import java.util.Arrays;

/** Writes layouts and profiles in one canonical form, so that equal content gives equal bytes. Grows as needed. */
final class BinaryWriter {

    /** The first byte of everything written. */
    static final int VERSION = 1;

    private byte[] bytes = new byte[256];
    private int length;

    BinaryWriter version() {
        return unsignedByte(VERSION);
    }

    BinaryWriter unsignedByte(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    BinaryWriter fixed64(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            unsignedByte((int) (value >>> shift));
        }
        return this;
    }

    BinaryWriter float64(double value) {
        return fixed64(Double.doubleToLongBits(value));
    }

    /** A non-negative number, seven bits a byte, lowest first. */
    BinaryWriter varint(long value) {
        long rest = value;
        while (rest > 0x7f) {
            unsignedByte((int) (rest | 0x80));
            rest >>>= 7;
        }
        return unsignedByte((int) rest);
    }

    BinaryWriter shortBytes(byte[] value) {
        varint(value.length);
        for (byte b : value) {
            unsignedByte(b);
        }
        return this;
    }

    BinaryWriter integer128(BigInteger value) {
        return shortBytes(value.toByteArray());
    }

    /** Counts as varints; a run of zeros is a zero followed by how many more zeros there are. */
    BinaryWriter counts(long[] counts) {
        int i = 0;
        while (i < counts.length) {
            varint(counts[i]);
            int start = i++;
            if (counts[start] == 0) {
                while (i < counts.length && counts[i] == 0) {
                    i++;
                }
                varint(i - start - 1L);
            }
        }
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
