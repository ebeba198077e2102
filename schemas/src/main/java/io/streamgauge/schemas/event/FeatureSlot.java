package io.streamgauge.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.contract.FeatureType;
import org.jspecify.annotations.Nullable;

/**
 * How does a value of one kind enter the slot of a feature of another? The one place that decides it, for live events
 * and training files alike, so that both are profiled by the same rule.
 *
 * <p>A number becomes its text in a categorical slot (a whole number without {@code .0}), a boolean becomes
 * {@code true} or {@code false}. Everything else of the wrong kind is mistyped, never guessed at: the string
 * {@code "3"} in a numeric slot is a schema skew that the user wants to see.
 */
public record FeatureSlot(int index, FeatureType type) {
    /** Above this, doubles no longer tell neighbouring integers apart, so the exponent form is the honest one. */
    private static final double WHOLE_NUMBER_LIMIT = 1L << 53;

    public FeatureSlot {
        if (type == FeatureType.TEXT || type == FeatureType.EMBEDDING) {
            throw new IllegalArgumentException("features of type %s cannot be profiled".formatted(type.word()));
        }
    }

    public void number(EventBuffer out, double value) {
        switch (type) {
            case NUMERIC -> out.number(index, value);
            case CATEGORICAL -> putText(out, textOf(value));
            default -> out.mistyped(index);
        }
    }

    public void integer(EventBuffer out, long value) {
        switch (type) {
            case NUMERIC -> out.number(index, (double) value);
            case CATEGORICAL -> putText(out, Long.toString(value));
            default -> out.mistyped(index);
        }
    }

    public void bool(EventBuffer out, boolean value) {
        if (type == FeatureType.NUMERIC) {
            out.mistyped(index);
        } else {
            out.bool(index, value);
        }
    }

    public void text(EventBuffer out, byte[] utf8, int offset, int length) {
        if (type == FeatureType.CATEGORICAL) {
            out.text(index, utf8, offset, length);
        } else {
            out.mistyped(index);
        }
    }

    /** @param of what each value of the list is: a number, a text or a boolean; null if there is none to tell */
    public void list(EventBuffer out, @Nullable FeatureType of, int length) {
        if (of == null || type == of || type == FeatureType.CATEGORICAL) {
            out.list(index, length);
        } else {
            out.mistyped(index);
        }
    }

    public void text(EventBuffer out, String value) {
        byte[] utf8 = value.getBytes(UTF_8);
        text(out, utf8, 0, utf8.length);
    }

    /** The text of a number as a category: {@code 408} for 408.0, {@code 0.5}, {@code NaN}. */
    public static String textOf(double value) {
        boolean whole = Math.rint(value) == value && Math.abs(value) <= WHOLE_NUMBER_LIMIT;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private void putText(EventBuffer out, String value) {
        byte[] utf8 = value.getBytes(UTF_8);
        out.text(index, utf8, 0, utf8.length);
    }
}
