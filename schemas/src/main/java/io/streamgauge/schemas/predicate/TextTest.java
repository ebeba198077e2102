package io.streamgauge.schemas.predicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import java.util.Arrays;

/** A question about one text, given as UTF-8 bytes; each takes time linear in the length of the text. */
@FunctionalInterface
interface TextTest {
    boolean holds(byte[] utf8, int offset, int length);

    static TextTest startsWith(String literal) {
        byte[] start = literal.getBytes(UTF_8);
        return (utf8, offset, length) ->
                length >= start.length && Arrays.equals(utf8, offset, offset + start.length, start, 0, start.length);
    }

    static TextTest endsWith(String literal) {
        byte[] end = literal.getBytes(UTF_8);
        return (utf8, offset, length) -> length >= end.length
                && Arrays.equals(utf8, offset + length - end.length, offset + length, end, 0, end.length);
    }

    /** After Knuth, Morris and Pratt (1977): no text and no literal make it look at a byte more than twice. */
    static TextTest contains(String literal) {
        byte[] sought = literal.getBytes(UTF_8);
        int[] borders = borders(sought);
        return (utf8, offset, length) -> {
            int matched = 0;
            for (int i = offset; matched < sought.length && i < offset + length; i++) {
                while (matched > 0 && utf8[i] != sought[matched]) {
                    matched = borders[matched - 1];
                }
                if (utf8[i] == sought[matched]) {
                    matched++;
                }
            }
            return matched == sought.length;
        };
    }

    /** Somewhere in the text, as CEL has it; the pattern itself says {@code ^} and {@code $}. */
    static TextTest matches(Pattern pattern) {
        return (utf8, offset, length) -> pattern.matcher(Arrays.copyOfRange(utf8, offset, offset + length))
                .find();
    }

    /** For each prefix: length of the longest proper prefix of it that is also its suffix. */
    private static int[] borders(byte[] sought) {
        int[] borders = new int[sought.length];
        for (int i = 1, border = 0; i < sought.length; i++) {
            while (border > 0 && sought[i] != sought[border]) {
                border = borders[border - 1];
            }
            if (sought[i] == sought[border]) {
                border++;
            }
            borders[i] = border;
        }
        return borders;
    }
}
