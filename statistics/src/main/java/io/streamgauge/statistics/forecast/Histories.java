package io.streamgauge.statistics.forecast;

import java.util.Arrays;

/** What every forecaster asks of a history. */
final class Histories {

    private Histories() {}

    static void require(double[] history, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("the period of a season must be at least 1, got " + period);
        }
        if (history.length < 2 * period) {
            throw new IllegalArgumentException(
                    "a forecast needs two seasons of " + period + " values, got " + history.length + " values");
        }
    }

    /** The first season, with what is missing filled by its mean. */
    static double[] filledSeason(double[] history, int period) {
        double mean = mean(history, 0, period);
        return Arrays.stream(history, 0, period)
                .map(value -> Double.isFinite(value) ? value : mean)
                .toArray();
    }

    /** The mean of the finite values. */
    static double mean(double[] history, int from, int to) {
        return Arrays.stream(history, from, to)
                .filter(Double::isFinite)
                .average()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a forecast needs a finite value in each of the first two seasons, there is none from " + from
                                + " to " + to));
    }
}
