package io.streamgauge.schemas.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Locale;

/** Questions about texts in UTF-8, each linear in the length of the text. */
final class TextTests {
    private static final int LONGEST_INTEGER = 19;
    private static final Pattern NUMBER =
            Pattern.compile("(?i)[+-]?(nan|inf|infinity|([0-9]+[.]?[0-9]*|[.][0-9]+)(e[+-]?[0-9]+)?)");

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

    /** Not the form of a number: what Java reads as one, but for its suffixes and hexadecimal forms. */
    static final OfText NO_NUMBER = (utf8, offset, length) -> !NUMBER.matches(text(utf8, offset, length));

    /** Bytes that cannot be read as text. */
    static final OfText NO_UTF8 = (utf8, offset, length) -> {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8, offset, length));
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    };

    private TextTests() {}

    /** The number that a text of that form says. */
    static double number(byte[] utf8, int offset, int length) {
        String text = text(utf8, offset, length).toLowerCase(Locale.ROOT);
        if (text.endsWith("nan")) {
            return Double.NaN;
        }
        double sign = text.startsWith("-") ? -1 : 1;
        return text.contains("inf") ? sign * Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private static String text(byte[] utf8, int offset, int length) {
        return new String(utf8, offset, length, UTF_8).strip();
    }

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
