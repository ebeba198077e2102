package io.streamgauge.schemas.rule;

import com.google.re2j.Pattern;
import java.util.Arrays;

/** Questions about texts in UTF-8, each linear in the length of the text. */
final class TextTests {
    private static final int LONGEST_INTEGER = 19;

    /** Not the decimal form of a whole number of 64 bits. */
    static final OfText NO_INTEGER = (utf8, offset, length) -> {
        int start = length > 0 && (utf8[offset] == '-' || utf8[offset] == '+') ? 1 : 0;
        if (length == start || length - start > LONGEST_INTEGER) {
            return true;
        }
        for (int i = offset + start; i < offset + length; i++) {
            if (utf8[i] < '0' || utf8[i] > '9') {
                return true;
            }
        }
        return false;
    };

    private TextTests() {}

    /** A question about a text. */
    interface OfText {
        boolean holds(byte[] utf8, int offset, int length);
    }

    /** In code points, of which a byte of the form 10xxxxxx begins none. */
    static OfText shorterThan(long least) {
        return (utf8, offset, length) -> length < least || codePoints(utf8, offset, length) < least;
    }

    static OfText longerThan(long most) {
        return (utf8, offset, length) -> length > most && codePoints(utf8, offset, length) > most;
    }

    /** The pattern has to fit the whole text. */
    static OfText not(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return (utf8, offset, length) -> !compiled.matcher(Arrays.copyOfRange(utf8, offset, offset + length))
                .matches();
    }

    private static long codePoints(byte[] utf8, int offset, int length) {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            count += (utf8[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }
}
