package io.streamgauge.schemas.event;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;

/** Counts one slot of many rows of a buffer, a value of the profile's kind, missing or mistyped each. */
final class Column {
    private final int stride;
    private final byte[] kinds;
    private final long[] cells;
    private final byte[][] texts;
    private final double[] numbers;

    /** On the arrays of the buffer, slot by slot, {@code stride} places each. */
    Column(int stride, int rows, byte[] kinds, long[] cells, byte[][] texts) {
        this.stride = stride;
        this.kinds = kinds;
        this.cells = cells;
        this.texts = texts;
        this.numbers = new double[rows];
    }

    void addNumbers(int slot, NumericProfile profile, int[] rows, int count) {
        int from = slot * stride;
        int found = 0;
        for (int i = 0; i < count; i++) {
            int at = from + rows[i];
            byte kind = kinds[at];
            if (kind == EventBuffer.NUMBER) {
                numbers[found++] = Double.longBitsToDouble(cells[at]);
            } else if (kind == EventBuffer.MISSING) {
                profile.addMissing();
            } else {
                profile.addMistyped();
            }
        }
        profile.addAll(numbers, found);
    }

    void addTexts(int slot, CategoricalProfile profile, int[] rows, int count) {
        int from = slot * stride;
        for (int i = 0; i < count; i++) {
            int at = from + rows[i];
            byte kind = kinds[at];
            if (kind == EventBuffer.TEXT || kind == EventBuffer.BOOLEAN) {
                profile.add(texts[at], EventBuffer.start(cells[at]), EventBuffer.length(cells[at]));
            } else if (kind == EventBuffer.MISSING) {
                profile.addMissing();
            } else {
                profile.addMistyped();
            }
        }
    }
}
