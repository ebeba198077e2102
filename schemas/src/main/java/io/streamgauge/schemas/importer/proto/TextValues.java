package io.streamgauge.schemas.importer.proto;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of protobuf's text form; null where a text is no value of the kind. */
final class TextValues {
    private TextValues() {}

    static @Nullable Object parse(FieldKind kind, String text, boolean quoted) {
        if (kind instanceof FieldKind.Choice choice) {
            if (quoted) {
                return null;
            }
            Long number = integer(text);
            return number != null ? choice.word(number) : choice.numbers().containsKey(text) ? text : null;
        }
        return switch ((FieldKind.Scalar) kind) {
            case STRING -> quoted ? text : null;
            // Quoted ones were taken as they are.
            case BYTES -> null;
            case INT -> quoted ? null : integer(text);
            case BOOL -> quoted ? null : flag(text);
            case FLOAT -> quoted ? null : floating(text);
            case DOUBLE -> quoted ? null : number(text);
        };
    }

    private static @Nullable Long integer(String text) {
        try {
            // decode() reads 0x1f and 017 too; what does not fit a signed number is unsigned.
            return text.matches("[0-9]{19,20}") ? (Long) Long.parseUnsignedLong(text) : Long.decode(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Boolean flag(String text) {
        return switch (text) {
            case "true", "True", "t", "1" -> true;
            case "false", "False", "f", "0" -> false;
            default -> null;
        };
    }

    private static @Nullable Double floating(String text) {
        Double number = number(text);
        return number == null ? null : (Double) (double) number.floatValue();
    }

    private static @Nullable Double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> decimal(text);
        };
    }

    private static @Nullable Double decimal(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
