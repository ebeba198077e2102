package io.streamgauge.checks.schema;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers that are written as text. Blanks around them do not matter. */
final class NumberTexts {
    // Java's own parsers take more: 1f, 1d, 0x1p3, and digits of all scripts.
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private NumberTexts() {}

    static OptionalLong whole(String text) {
        String stripped = text.strip();
        if (!WHOLE.matcher(stripped).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(stripped));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    static OptionalDouble decimal(String text) {
        String stripped = text.strip();
        if (DECIMAL.matcher(stripped).matches()) {
            return OptionalDouble.of(Float.parseFloat(stripped));
        }
        String sign = stripped.startsWith("-") || stripped.startsWith("+") ? stripped.substring(0, 1) : "";
        return switch (stripped.substring(sign.length()).toLowerCase(Locale.ROOT)) {
            case "nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "infinity" ->
                OptionalDouble.of(sign.equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }
}
