package io.streamgauge.statistics.change;

import java.util.Arrays;

/** A bounded bag of numbers in ascending order. */
final class SortedValues {
    private final double[] values;
    private int size;

    SortedValues(int capacity) {
        values = new double[capacity];
    }

    void add(double value) {
        int found = Arrays.binarySearch(values, 0, size, value);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(values, at, values, at + 1, size - at);
        values[at] = value;
        size++;
    }

    /** Takes out one occurrence of a value that is there. */
    void remove(double value) {
        int at = Arrays.binarySearch(values, 0, size, value);
        System.arraycopy(values, at + 1, values, at, size - at - 1);
        size--;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    double get(int index) {
        return values[index];
    }
}
