package io.streamgauge.app.view;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

/**
 * Value and threshold of successive windows as three columns of the same length, oldest window first, no window twice.
 * Immutable.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class Points {
    private final long[] windowEndMs;
    private final double[] value;
    private final double[] threshold;

    /** Takes the arrays over: the caller must not keep them. */
    Points(long[] windowEndMs, double[] value, double[] threshold) {
        this.windowEndMs = windowEndMs;
        this.value = value;
        this.threshold = threshold;
    }

    public int size() {
        return windowEndMs.length;
    }

    public long windowEndMs(int index) {
        return windowEndMs[index];
    }

    public double value(int index) {
        return value[index];
    }

    public double threshold(int index) {
        return threshold[index];
    }
}
