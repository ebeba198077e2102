package io.streamgauge.schemas.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Which of the wanted keys are these bytes? Without a string for each key of each record. */
final class KeyIndex {
    private static final int EMPTY = -1;

    private final byte[][] keys;
    private final int[] table;

    KeyIndex(String[] names) {
        keys = new byte[names.length][];
        table = new int[Integer.highestOneBit(Math.max(1, names.length)) * 4];
        Arrays.fill(table, EMPTY);
        for (int i = 0; i < names.length; i++) {
            keys[i] = names[i].getBytes(UTF_8);
            int place = hash(keys[i], 0, keys[i].length) & (table.length - 1);
            while (table[place] != EMPTY) {
                place = (place + 1) & (table.length - 1);
            }
            table[place] = i;
        }
    }

    /**
     * The index of the key, -1 if it is not wanted.
     *
     * @param expected looked at first: writers keep the order of keys from record to record
     */
    int indexOf(byte[] bytes, int offset, int length, int expected) {
        if (expected < keys.length && same(expected, bytes, offset, length)) {
            return expected;
        }
        int place = hash(bytes, offset, length) & (table.length - 1);
        while (table[place] != EMPTY && !same(table[place], bytes, offset, length)) {
            place = (place + 1) & (table.length - 1);
        }
        return table[place];
    }

    private boolean same(int index, byte[] bytes, int offset, int length) {
        return Arrays.equals(keys[index], 0, keys[index].length, bytes, offset, offset + length);
    }

    private static int hash(byte[] bytes, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 15);
    }
}
