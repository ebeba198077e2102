package io.streamgauge.statistics.inference;

import java.util.Arrays;
import java.util.List;

/**
 * How many times more variable than with independent rows the mean of a function over many windows is, by the windows of the
 * reference; 1 at least. What counts for a detector that adds windows up is not the variance of one window alone: what raises one
 * often raises the next. So means over runs of 1, 2, 4, ... windows are looked at, as long as there are eight runs.
 *
 * <p>The variance of single windows is raised by one and a half of its standard errors, since a detector that is too sure costs more
 * than one that is too slow; that of longer runs counts only as far as it is above by more than one.
 */
final class LongRunVariance {

    private static final int FEWEST_WINDOWS = 5;
    private static final int FEWEST_RUNS = 8;
    private static final double STANDARD_ERRORS = 1.5;

    private LongRunVariance() {}

    /**
     * One number for each function.
     *
     * @param functions with mean 0 and variance 1 under the shares of the reference
     * @param windows bin counts of the reference windows in time order, none of them empty
     * @param total rows of the reference
     */
    static double[] of(double[][] functions, List<long[]> windows, double total) {
        var variances = new double[functions.length];
        Arrays.fill(variances, 1);
        if (windows.size() < FEWEST_WINDOWS) {
            return variances;
        }
        for (int j = 0; j < functions.length; j++) {
            double[] function = functions[j];
            double[] sums = windows.stream()
                    .mapToDouble(counts -> sum(function, counts))
                    .toArray();
            double[] rows = windows.stream()
                    .mapToDouble(counts -> Arrays.stream(counts).sum())
                    .toArray();
            variances[j] = variance(sums, rows, total);
        }
        return variances;
    }

    private static double variance(double[] sums, double[] rows, double total) {
        double largest = 1;
        for (int length = 1; length == 1 || sums.length / length >= FEWEST_RUNS; length *= 2) {
            int runs = sums.length / length;
            double error = Math.sqrt(2.0 / runs);
            double caution = length == 1 ? 1 + STANDARD_ERRORS * error : 1 - error;
            largest = Math.max(largest, ofRuns(sums, rows, total, length) * caution);
        }
        return largest;
    }

    private static double ofRuns(double[] sums, double[] rows, double total, int length) {
        int runs = sums.length / length;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            double n = 0;
            for (int i = run * length; i < (run + 1) * length; i++) {
                sum += sums[i];
                n += rows[i];
            }
            // The run is part of the total that it is held against.
            squares += sum * sum / (n * Math.max(0.5, 1 - n / total));
        }
        return squares / runs;
    }

    static double sum(double[] function, long[] counts) {
        double sum = 0;
        for (int b = 0; b < counts.length; b++) {
            sum += counts[b] * function[b];
        }
        return sum;
    }
}
