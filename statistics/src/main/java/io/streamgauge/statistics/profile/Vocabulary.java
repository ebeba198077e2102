package io.streamgauge.statistics.profile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;

/**
 * Answers which of the known values a categorical value is. The values are distinct and sorted by their UTF-8 bytes; the
 * bins are, in the order of {@link Profile#binCounts()}, one for each value, then unseen, missing, mistyped.
 *
 * <p>At most {@value #MAX_VALUES} values. Of a value longer than 256 bytes the first characters and a hash of the whole are
 * kept, here and wherever it is looked up. An empty vocabulary is allowed: every value is unseen. Immutable and safe for
 * use by any thread.
 */
public final class Vocabulary implements Layout {

    /** The largest number of values. */
    public static final int MAX_VALUES = 10_000;

    static final int KIND = 2;
    private static final String[] EXTRA_LABELS = {"(unseen)", "(missing)", "(mistyped)"};

    private final byte[][] values;
    private final long[] hashes;
    private final int[] slots; // open addressing with linear probing: 1 + index of the value, 0 = free
    private final byte[] bytes;
    private final long fingerprint;

    private Vocabulary(byte[][] values) {
        this.values = values;
        this.hashes = new long[values.length];
        this.slots = new int[4 * Integer.highestOneBit(Math.max(1, values.length))]; // less than half full
        var out = new BinaryWriter().version().unsignedByte(KIND).varint(values.length);
        for (int i = 0; i < values.length; i++) {
            hashes[i] = CategoryKey.hash(values[i], 0, values[i].length);
            int slot = (int) hashes[i] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i + 1;
            out.shortBytes(values[i]);
        }
        this.bytes = out.toBytes();
        this.fingerprint = CategoryKey.hash(bytes, 0, bytes.length);
    }

    /**
     * The vocabulary of these values; duplicates count once.
     *
     * @throws IllegalArgumentException if there are more than {@value #MAX_VALUES} distinct values
     */
    public static Vocabulary of(Collection<String> values) {
        byte[][] keys = values.stream()
                .distinct()
                .map(CategoryKey::of)
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        int length = 0;
        for (byte[] key : keys) {
            // Strings that differ only in broken surrogates have the same UTF-8.
            if (length == 0 || !Arrays.equals(keys[length - 1], key)) {
                keys[length++] = key;
            }
        }
        if (length > MAX_VALUES) {
            throw new IllegalArgumentException(
                    "a vocabulary must have at most " + MAX_VALUES + " values, got " + length);
        }
        return new Vocabulary(Arrays.copyOf(keys, length));
    }

    /** The index of the value with these UTF-8 bytes, or -1 if it is unseen. Does not allocate for up to 256 bytes. */
    public int indexOf(byte[] utf8, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, utf8.length);
        if (length > CategoryKey.MAX_BYTES) {
            byte[] key = CategoryKey.cut(utf8, offset, length);
            return find(CategoryKey.hash(key, 0, key.length), key, 0, key.length);
        }
        return find(CategoryKey.hash(utf8, offset, length), utf8, offset, length);
    }

    /** The index of a value, or -1 if it is unseen. */
    public int indexOf(String value) {
        byte[] key = CategoryKey.of(value);
        return find(CategoryKey.hash(key, 0, key.length), key, 0, key.length);
    }

    int find(long hash, byte[] key, int offset, int length) {
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            if (hashes[index] == hash && CategoryKey.equal(values[index], key, offset, length)) {
                return index;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    /** The value with this index. */
    public String value(int i) {
        return new String(values[i], StandardCharsets.UTF_8);
    }

    /** The number of values. */
    public int size() {
        return values.length;
    }

    @Override
    public CategoricalProfile newProfile() {
        return new CategoricalProfile(this);
    }

    @Override
    public int bins() {
        return values.length + EXTRA_LABELS.length;
    }

    @Override
    public String binLabel(int bin) {
        return bin >= 0 && bin < values.length ? value(bin) : EXTRA_LABELS[bin - values.length];
    }

    @Override
    public long fingerprint() {
        return fingerprint;
    }

    @Override
    public byte[] toBytes() {
        return bytes.clone();
    }

    static Vocabulary readFrom(BinaryReader in) {
        var values = new byte[(int) in.varint(MAX_VALUES)][];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.shortBytes(CategoryKey.MAX_BYTES);
            byte[] again = new String(values[i], StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(values[i], again)) {
                throw in.invalid("a value is not UTF-8");
            }
            if (i > 0 && Arrays.compareUnsigned(values[i - 1], values[i]) >= 0) {
                throw in.invalid("values are not in order");
            }
        }
        return new Vocabulary(values);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Vocabulary vocabulary && Arrays.equals(bytes, vocabulary.bytes));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Vocabulary of " + values.length + " values";
    }
}
