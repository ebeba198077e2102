package io.streamgauge.app.files;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is this text a number? In decimal, with or without exponent, or NaN or an infinity as Python and Java write them. */
final class NumberText {
    private static final Map<String, Double> NAMES = Map.of(
            "NaN", Double.NaN,
            "nan", Double.NaN,
            "Infinity", Double.POSITIVE_INFINITY,
            "-Infinity", Double.NEGATIVE_INFINITY,
            "inf", Double.POSITIVE_INFINITY,
            "-inf", Double.NEGATIVE_INFINITY);

    private static final int LONGEST_NAME = 9;
    private static final int MOST_DIGITS = 15; // whole numbers of so many digits are doubles
    private static final double[] TENS = new double[MOST_DIGITS + 1]; // as are these

    static {
        double power = 1;
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = power;
            power *= 10;
        }
    }

    private NumberText() {}

    static boolean isNumber(char[] text, int start, int end) {
        if (start < end && text[start] >= 'a' && text[start] != 'i' && text[start] != 'n') {
            return false; // most words
        }
        String stripped = stripped(text, start, end);
        return isDecimal(stripped) || named(stripped) != null;
    }

    /** The number, NaN if the text is none. */
    static double number(char[] text, int start, int end) {
        double plain = plain(text, start, end);
        if (!Double.isNaN(plain)) {
            return plain;
        }
        String stripped = stripped(text, start, end);
        if (isDecimal(stripped)) {
            return Double.parseDouble(stripped);
        }
        Double named = named(stripped);
        return named == null ? Double.NaN : named;
    }

    /**
     * The number if it is written with a point or without, no exponent, and few enough digits to be a quotient of two doubles
     * that are exact, so that a single rounding gives the nearest double (Clinger 1990, doi:10.1145/93542.93557); else NaN.
     */
    private static double plain(char[] text, int start, int end) {
        boolean negative = start < end && text[start] == '-';
        int first = negative ? start + 1 : start;
        if (end - first > MOST_DIGITS + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int point = -1;
        for (int i = first; i < end; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (text[i] == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        int count = point < 0 ? end - first : end - first - 1;
        if (count == 0 || count > MOST_DIGITS) {
            return Double.NaN;
        }
        double size = digits / TENS[point < 0 ? 0 : end - 1 - point];
        return negative ? -size : size;
    }

    private static String stripped(char[] text, int start, int end) {
        return new String(text, start, end - start).strip();
    }

    private static @Nullable Double named(String text) {
        return text.length() <= LONGEST_NAME ? NAMES.get(text) : null;
    }

    /** Stricter than {@link Double#parseDouble}, which also takes {@code 1d} and {@code 0x1p3}. */
    private static boolean isDecimal(String text) {
        int at = skipSign(text, 0);
        int whole = skipDigits(text, at);
        int digits = whole - at;
        if (whole < text.length() && text.charAt(whole) == '.') {
            int fraction = skipDigits(text, whole + 1);
            digits += fraction - whole - 1;
            whole = fraction;
        }
        if (digits == 0 || whole == text.length()) {
            return digits > 0;
        }
        if (text.charAt(whole) != 'e' && text.charAt(whole) != 'E') {
            return false;
        }
        int exponent = skipSign(text, whole + 1);
        return exponent < text.length() && skipDigits(text, exponent) == text.length();
    }

    private static int skipSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int skipDigits(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
