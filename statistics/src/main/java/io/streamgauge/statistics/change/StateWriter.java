package io.streamgauge.statistics.change;

import java.io.ByteArrayOutputStream;

/** Writes the state of a detector: version, mark of the settings, then whatever the detector adds. */
final class StateWriter {
    /** The first byte of every state. */
    static final int VERSION = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    StateWriter(DetectorSettings settings) {
        bytes.write(VERSION);
        count(mark(settings));
    }

    /** Tells settings apart. The hash of a text is laid down by the language, so it is the same in every release of Java. */
    static long mark(DetectorSettings settings) {
        return Integer.toUnsignedLong(settings.specification().hashCode());
    }

    StateWriter count(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (value >>> shift));
        }
        return this;
    }

    StateWriter number(double value) {
        return count(Double.doubleToLongBits(value));
    }

    StateWriter flag(boolean value) {
        bytes.write(value ? 1 : 0);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
