package io.streamgauge.app.view;

import java.util.Arrays;

/**
 * The latest score of one key and the last points before it, in window order. A window that comes again replaces its
 * point, so that reading a topic twice changes nothing. Not thread-safe.
 */
final class Series {
    private static final int FIRST_CAPACITY = 16;

    private final int limit;
    private ScoreRow latest;
    private int size;
    private long[] windowEndMs;
    private double[] value;
    private double[] threshold;

    Series(ScoreRow first, int limit) {
        this.limit = limit;
        this.latest = first;
        var capacity = Math.min(FIRST_CAPACITY, limit);
        windowEndMs = new long[capacity];
        value = new double[capacity];
        threshold = new double[capacity];
    }

    ScoreRow latest() {
        return latest;
    }

    /** Returns how many points had to go to make room: 0 or 1. */
    int add(ScoreRow score) {
        if (score.windowEndMs() >= latest.windowEndMs()) {
            latest = score;
        }
        var found = Arrays.binarySearch(windowEndMs, 0, size, score.windowEndMs());
        if (found >= 0) {
            set(found, score);
            return 0;
        }
        var at = -found - 1;
        if (size < limit) {
            makeRoom(at);
            set(at, score);
            return 0;
        }
        if (at > 0) {
            shift(1, 0, at - 1);
            set(at - 1, score);
        }
        return 1;
    }

    Points last(int count) {
        var from = Math.max(0, size - count);
        return new Points(
                Arrays.copyOfRange(windowEndMs, from, size),
                Arrays.copyOfRange(value, from, size),
                Arrays.copyOfRange(threshold, from, size));
    }

    private void makeRoom(int at) {
        if (size == windowEndMs.length) {
            var capacity = Math.min(limit, 2 * size);
            windowEndMs = Arrays.copyOf(windowEndMs, capacity);
            value = Arrays.copyOf(value, capacity);
            threshold = Arrays.copyOf(threshold, capacity);
        }
        shift(at, at + 1, size - at);
        size++;
    }

    private void shift(int from, int to, int length) {
        System.arraycopy(windowEndMs, from, windowEndMs, to, length);
        System.arraycopy(value, from, value, to, length);
        System.arraycopy(threshold, from, threshold, to, length);
    }

    private void set(int index, ScoreRow score) {
        windowEndMs[index] = score.windowEndMs();
        value[index] = score.value();
        threshold[index] = score.threshold();
    }
}
