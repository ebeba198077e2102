package io.streamgauge.app.backtest;

import java.util.Arrays;

/**
 * Ratio of value and threshold of one series, window by window; above 1 the value exceeds its threshold. Windows without enough
 * events are left out. Twelve bytes a window, as a year of many features has millions of them. Not thread-safe.
 */
final class Strip {
    private static final int FIRST_SIZE = 16;

    private final Key key;
    private long[] starts = new long[FIRST_SIZE];
    private float[] ratios = new float[FIRST_SIZE];
    private int size;
    private long judged;
    private long above;
    private long windowMs;
    private int worst;

    /**
     * Which scores.
     *
     * @param feature empty for the source as a whole
     * @param windows which of the model's windows
     */
    record Key(String model, String source, String check, String metric, String feature, String windows) {
        String subject() {
            return feature.isEmpty() ? source : source + "." + feature;
        }
    }

    Strip(Key key) {
        this.key = key;
    }

    /** Windows come in the order of time; of several versions of a model in one window the worst counts. */
    void add(long startMs, long lengthMs, float ratio) {
        windowMs = lengthMs;
        if (size > 0 && starts[size - 1] == startMs) {
            above += ratio > 1 && ratios[size - 1] <= 1 ? 1 : 0;
            ratios[size - 1] = Math.max(ratios[size - 1], ratio);
        } else {
            judged++;
            above += ratio > 1 ? 1 : 0;
            append(startMs, ratio);
        }
        if (ratios[size - 1] > ratios[worst]) {
            worst = size - 1;
        }
    }

    /** A window whose value was zero, for series in which that is the rule: it is counted, not kept. */
    void addNothing(long lengthMs) {
        windowMs = lengthMs;
        judged++;
    }

    private void append(long startMs, float ratio) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ratios = Arrays.copyOf(ratios, 2 * size);
        }
        starts[size] = startMs;
        ratios[size] = ratio;
        size++;
    }

    Key key() {
        return key;
    }

    /** How many windows are kept. */
    int size() {
        return size;
    }

    long startMs(int window) {
        return starts[window];
    }

    float ratio(int window) {
        return ratios[window];
    }

    /** Windows with enough events. */
    long judged() {
        return judged;
    }

    /** Windows above the threshold. */
    long above() {
        return above;
    }

    /** Length of its windows; of the last one where days differ. */
    long windowMs() {
        return windowMs;
    }

    /** Start of the window with the largest ratio, the first of several; 0 if there is none. */
    long worstMs() {
        return size == 0 ? 0 : starts[worst];
    }

    float largest() {
        return size == 0 ? 0 : ratios[worst];
    }
}
