package io.streamgauge.statistics.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** How a categorical value is identified: by its UTF-8 bytes, of which at most {@value #MAX_BYTES} are kept. */
public final class CategoryKey {

    static final int MAX_BYTES = 256;
    private static final int SUFFIX_BYTES = 17; // "~" and 16 hexadecimal digits
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private CategoryKey() {}

    /**
     * A 64-bit hash of the bytes. It is part of the stored formats (fingerprints, and which unseen values are kept), so it
     * never changes. Each word goes through the SplitMix64 finalizer (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
     */
    public static long hash(byte[] bytes, int offset, int length) {
        long hash = 0x9E3779B97F4A7C15L * (length + 1L);
        int at = offset;
        int end = offset + length;
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            hash = mix(hash ^ (long) LONGS.get(bytes, at));
        }
        return mix(hash ^ tail(bytes, at, end));
    }

    /** The at most seven bytes from {@code at} to {@code end} as a number, the first one the most significant. */
    private static long tail(byte[] bytes, int at, int end) {
        int bits = (end - at) * Byte.SIZE;
        if (end >= Long.BYTES) { // what lies before the tail is masked away
            return (long) BIG_LONGS.get(bytes, end - Long.BYTES) & ((1L << bits) - 1);
        }
        if (bits >= Integer.SIZE) { // two reads that overlap
            long first = (int) BIG_INTS.get(bytes, at) & 0xffff_ffffL;
            return first << (bits - Integer.SIZE) | ((int) BIG_INTS.get(bytes, end - Integer.BYTES) & 0xffff_ffffL);
        }
        long tail = 0;
        for (int i = at; i < end; i++) {
            tail = tail << Byte.SIZE | (bytes[i] & 0xff);
        }
        return tail;
    }

    /**
     * Whether a key of the same {@link #hash} is this one. Short keys of one length have different hashes, since every step
     * of the hash can be undone; those of up to 16 bytes are covered by two reads that overlap.
     */
    static boolean equal(byte[] known, byte[] key, int offset, int length) {
        if (known.length != length) {
            return false;
        }
        if (length <= Long.BYTES) {
            return true;
        }
        if (length <= 2 * Long.BYTES) {
            return (long) LONGS.get(known, 0) == (long) LONGS.get(key, offset)
                    && (long) LONGS.get(known, length - Long.BYTES)
                            == (long) LONGS.get(key, offset + length - Long.BYTES);
        }
        return Arrays.equals(known, 0, length, key, offset, offset + length);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static byte[] of(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return utf8.length <= MAX_BYTES ? utf8 : cut(utf8, 0, utf8.length);
    }

    /** A too long value: its first characters, {@code ~}, and the hash of the whole, which keeps different values apart. */
    static byte[] cut(byte[] utf8, int offset, int length) {
        int kept = MAX_BYTES - SUFFIX_BYTES;
        while (kept > MAX_BYTES - SUFFIX_BYTES - 3 && isContinuation(utf8[offset + kept])) {
            kept--; // do not cut inside a character
        }
        byte[] key = Arrays.copyOfRange(utf8, offset, offset + kept + SUFFIX_BYTES);
        key[kept] = '~';
        byte[] digits = HexFormat.of().toHexDigits(hash(utf8, offset, length)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, key, kept + 1, digits.length);
        return key;
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
