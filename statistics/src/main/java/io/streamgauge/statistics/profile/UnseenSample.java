package io.streamgauge.statistics.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The bottom-k sample behind {@link UnseenValues}: the k distinct values with the smallest hash. A value of the final
 * sample was in it ever since it was first added, since the largest kept hash only falls; so its count is exact. Equal
 * hashes are ordered by the bytes, so the sample depends on the multiset alone. Mutable, not thread-safe.
 */
final class UnseenSample {

    static final int CAPACITY = 64;

    private long[] hashes = new long[0]; // ascending, with the values as tie-break; non-negative
    private byte[][] values = new byte[0][];
    private long[] counts = new long[0];
    private int size;
    private long other;

    void add(long hash, byte[] key, int offset, int length, long rows) {
        long order = hash >>> 1;
        if (size == CAPACITY && order > hashes[size - 1]) {
            other += rows; // the common case in a stream of ids: nothing to look up
            return;
        }
        int at = find(order, key, offset, length);
        if (at >= 0) {
            counts[at] += rows;
        } else {
            insert(~at, order, Arrays.copyOfRange(key, offset, offset + length), rows);
        }
    }

    /** The index of the value, or {@code ~index} of where it belongs. */
    private int find(long order, byte[] key, int offset, int length) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = Long.compare(hashes[middle], order);
            if (compared == 0) {
                compared =
                        Arrays.compareUnsigned(values[middle], 0, values[middle].length, key, offset, offset + length);
            }
            if (compared == 0) {
                return middle;
            }
            low = compared < 0 ? middle + 1 : low;
            high = compared < 0 ? high : middle;
        }
        return ~low;
    }

    private void insert(int at, long order, byte[] key, long rows) {
        if (at == CAPACITY) {
            other += rows;
            return;
        }
        if (size == CAPACITY) {
            size--;
            other += counts[size];
        } else if (size == hashes.length) {
            grow(Math.min(CAPACITY, Math.max(4, 2 * size)));
        }
        System.arraycopy(hashes, at, hashes, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        hashes[at] = order;
        values[at] = key;
        counts[at] = rows;
        size++;
    }

    private void grow(int capacity) {
        hashes = Arrays.copyOf(hashes, capacity);
        values = Arrays.copyOf(values, capacity);
        counts = Arrays.copyOf(counts, capacity);
    }

    void add(UnseenSample sample) {
        for (int i = 0; i < sample.size; i++) {
            // The lowest bit of the hash plays no part in the order.
            add(sample.hashes[i] << 1, sample.values[i], 0, sample.values[i].length, sample.counts[i]);
        }
        other += sample.other;
    }

    double distinct() {
        return other == 0 ? size : (size - 1) / (Math.max(1, hashes[size - 1]) * 0x1p-63);
    }

    UnseenValues toValues() {
        var counted = new ArrayList<UnseenValues.Counted>(size);
        for (int i = 0; i < size; i++) {
            counted.add(new UnseenValues.Counted(new String(values[i], StandardCharsets.UTF_8), counts[i]));
        }
        counted.sort(Comparator.comparingLong(UnseenValues.Counted::count)
                .reversed()
                .thenComparing(UnseenValues.Counted::value));
        return new UnseenValues(counted, other, distinct());
    }

    void writeTo(BinaryWriter out) {
        out.varint(other).varint(size);
        for (int i = 0; i < size; i++) {
            out.shortBytes(values[i]).varint(counts[i]);
        }
    }

    static UnseenSample readFrom(BinaryReader in, long rows, Vocabulary vocabulary) {
        var sample = new UnseenSample();
        long other = in.varint(rows);
        int size = (int) in.varint(CAPACITY);
        for (int i = 0; i < size; i++) {
            byte[] key = in.shortBytes(CategoryKey.MAX_BYTES);
            long hash = CategoryKey.hash(key, 0, key.length);
            long count = in.varint(rows);
            boolean inOrder = ~sample.find(hash >>> 1, key, 0, key.length) == i;
            if (!inOrder || count == 0 || vocabulary.find(hash, key, 0, key.length) >= 0) {
                throw in.invalid("an unseen value is out of order, known, or has no rows");
            }
            sample.add(hash, key, 0, key.length, count);
        }
        sample.other = other;
        if (other + BinCounts.sum(sample.counts) != rows || (other > 0 && size < CAPACITY)) {
            throw in.invalid("the unseen values do not add up to " + rows + " rows");
        }
        return sample;
    }
}
