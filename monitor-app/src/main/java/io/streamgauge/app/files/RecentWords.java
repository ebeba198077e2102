package io.streamgauge.app.files;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The words that a column held lately, so that a category which comes again and again is made a string once. */
final class RecentWords {
    private static final int SLOTS = 1 << 10;
    private static final int MAX_LENGTH = 64;

    private final String[] read = new String[SLOTS];
    private final String[] meant = new String[SLOTS];
    private final UnaryOperator<String> meaning;

    RecentWords(UnaryOperator<String> meaning) {
        this.meaning = meaning;
    }

    /** What these characters mean. */
    String of(char[] text, int start, int end) {
        if (end - start > MAX_LENGTH) {
            return meaning.apply(new String(text, start, end - start));
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ hash >>> 10 ^ hash >>> 20) & (SLOTS - 1);
        if (!isSame(read[slot], text, start, end)) {
            read[slot] = new String(text, start, end - start);
            meant[slot] = meaning.apply(read[slot]);
        }
        return meant[slot];
    }

    private static boolean isSame(@Nullable String known, char[] text, int start, int end) {
        if (known == null || known.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (known.charAt(i - start) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
