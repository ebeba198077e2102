package io.streamgauge.schemas.baseline;

import java.util.Arrays;

/**
 * A sample of rows whose choice depends on nothing but the number of each row: row {@code i} is in it if {@code hash(i)}
 * is below a limit, and the limit is halved whenever the sample would outgrow its capacity. So all rows are in it as
 * long as they fit.
 */
final class RowSample {
    private static final int MAX_ROWS = 1_000_000;
    /** 256 MB of doubles. */
    private static final int MAX_VALUES = 32_000_000;

    private final int capacity;
    private final double[][] columns;
    private long[] hashes = new long[1024];
    private int size;
    private long seen;
    private long limit = Long.MAX_VALUE;

    RowSample(int columns) {
        this(columns, Math.max(1, Math.min(MAX_ROWS, MAX_VALUES / Math.max(1, columns))));
    }

    RowSample(int columns, int capacity) {
        this.capacity = capacity;
        this.columns = new double[columns][hashes.length];
    }

    /** Counts the next row; true if it is in the sample and its values must be put. */
    boolean startRow() {
        long hash = hash(seen++);
        if (hash > limit || columns.length == 0) {
            return false;
        }
        while (size == capacity) {
            halve();
        }
        if (hash > limit) {
            return false;
        }
        growIfFull();
        hashes[size++] = hash;
        return true;
    }

    /** Sets a value of the row that was started last. */
    void put(int column, double value) {
        columns[column][size - 1] = value;
    }

    double[] column(int column) {
        return Arrays.copyOf(columns[column], size);
    }

    private void halve() {
        limit >>>= 1;
        int kept = 0;
        for (int row = 0; row < size; row++) {
            if (hashes[row] <= limit) {
                hashes[kept] = hashes[row];
                for (double[] values : columns) {
                    values[kept] = values[row];
                }
                kept++;
            }
        }
        size = kept;
    }

    private void growIfFull() {
        if (size == hashes.length) {
            int length = Math.min(capacity, size * 2);
            hashes = Arrays.copyOf(hashes, length);
            for (int column = 0; column < columns.length; column++) {
                columns[column] = Arrays.copyOf(columns[column], length);
            }
        }
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195), made non-negative. */
    private static long hash(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return (z ^ (z >>> 31)) & Long.MAX_VALUE;
    }
}
