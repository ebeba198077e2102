package io.streamgauge.schemas.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;

/** Is a text one of some words? By hash over its bytes, without an object; at most half of the table is full. */
final class WordSet {
    private final byte[][] table;

    WordSet(Collection<String> words) {
        table = new byte[Integer.highestOneBit(Math.max(1, words.size())) * 4][];
        words.forEach(word -> add(word.getBytes(UTF_8)));
    }

    private void add(byte[] word) {
        int i = hash(word, 0, word.length) & (table.length - 1);
        while (table[i] != null) {
            i = (i + 1) & (table.length - 1);
        }
        table[i] = word;
    }

    boolean holds(byte[] utf8, int offset, int length) {
        int i = hash(utf8, offset, length) & (table.length - 1);
        for (; table[i] != null; i = (i + 1) & (table.length - 1)) {
            if (Arrays.equals(table[i], 0, table[i].length, utf8, offset, offset + length)) {
                return true;
            }
        }
        return false;
    }

    private static int hash(byte[] utf8, int offset, int length) {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + utf8[i];
        }
        return hash ^ (hash >>> 15);
    }
}
