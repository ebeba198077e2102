package io.streamgauge.app.files;

import java.util.Map;
import java.util.OptionalDouble;

/** Is this text a number? In decimal, with or without exponent, or NaN or an infinity as Python and Java write them. */
final class NumberText {
    private static final Map<String, Double> NAMES = Map.of(
            "NaN", Double.NaN,
            "nan", Double.NaN,
            "Infinity", Double.POSITIVE_INFINITY,
            "-Infinity", Double.NEGATIVE_INFINITY,
            "inf", Double.POSITIVE_INFINITY,
            "-inf", Double.NEGATIVE_INFINITY);

    private NumberText() {}

    static OptionalDouble parse(String text) {
        String stripped = text.strip();
        if (isDecimal(stripped)) {
            return OptionalDouble.of(Double.parseDouble(stripped));
        }
        Double named = NAMES.get(stripped);
        return named == null ? OptionalDouble.empty() : OptionalDouble.of(named);
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
