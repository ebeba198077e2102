package io.streamgauge.statistics.change;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads what {@link StateWriter} wrote, strictly: bytes that are cut short or too long, of another version or other
 * settings, or with a number outside of its range are an {@link IllegalArgumentException}.
 */
final class StateReader {
    private final DetectorSettings settings;
    private final ByteBuffer bytes;

    StateReader(DetectorSettings settings, byte[] state) {
        this.settings = settings;
        this.bytes = ByteBuffer.wrap(state);
        int version = octet();
        if (version != StateWriter.VERSION) {
            throw invalid("format version " + version + ", this release reads " + StateWriter.VERSION);
        }
        if (fixed64() != StateWriter.mark(settings)) {
            throw invalid("it was written with other settings");
        }
    }

    /** A whole number in {@code [min, max]}. */
    long count(long min, long max) {
        long value = fixed64();
        if (value < min || value > max) {
            throw invalid(value + " is not in [" + min + ", " + max + "]");
        }
        return value;
    }

    /** A number in {@code [min, max]}, never NaN. */
    double number(double min, double max) {
        double value = Double.longBitsToDouble(fixed64());
        if (value >= min && value <= max) {
            return value;
        }
        throw invalid(value + " is not in [" + min + ", " + max + "]");
    }

    /** Any finite number. */
    double finite() {
        return number(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    boolean flag() {
        int value = octet();
        if (value > 1) {
            throw invalid(value + " is neither 0 nor 1");
        }
        return value == 1;
    }

    void end() {
        if (bytes.hasRemaining()) {
            throw invalid(bytes.remaining() + " bytes too many");
        }
    }

    private long fixed64() {
        try {
            return bytes.getLong();
        } catch (BufferUnderflowException e) {
            throw invalid("the bytes end early", e);
        }
    }

    private int octet() {
        try {
            return bytes.get() & 0xff;
        } catch (BufferUnderflowException e) {
            throw invalid("the bytes end early", e);
        }
    }

    IllegalArgumentException invalid(String why) {
        return new IllegalArgumentException(message(why));
    }

    private IllegalArgumentException invalid(String why, BufferUnderflowException cause) {
        return new IllegalArgumentException(message(why), cause);
    }

    private String message(String why) {
        return "not a readable state of " + settings.specification() + " (at byte " + bytes.position() + "): " + why;
    }
}
