package io.streamgauge.checks.schema;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers that are written as text. Blanks around them do not matter. */
final class NumberTexts {
    // Java's own parser takes more: 1f, 1d, 0x1p3.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private NumberTexts() {}

    static OptionalLong whole(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text.strip()));
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
