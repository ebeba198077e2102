package io.streamgauge.statistics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts the value of one season ago: the yardstick that every other forecast has to beat. The deviation is
 * {@code s * sqrt(k)}, with s the root mean square of the differences over one season and k the whole seasons ahead, at least
 * one (Hyndman and Athanasopoulos, Forecasting: principles and practice, 3rd ed., section 5.5).
 */
public final class SeasonalNaive implements Forecaster {

    private final double[] season; // oldest first
    private final double squares;
    private final long differences;

    private SeasonalNaive(double[] season, double squares, long differences) {
        this.season = season;
        this.squares = squares;
        this.differences = differences;
    }

    /**
     * @param period values in a season, at least 1
     * @throws IllegalArgumentException if the history is shorter than two seasons or its first season has no finite value
     */
    public static SeasonalNaive of(double[] history, int period) {
        Histories.require(history, period);
        double[] season = Histories.filledSeason(history, period);
        var naive = new SeasonalNaive(season, 0, 0);
        for (int t = period; t < history.length; t++) {
            naive = naive.after(history[t]);
        }
        return naive;
    }

    /**
     * The forecaster that these {@link #numbers} are from.
     *
     * @throws IllegalArgumentException if they cannot be from any
     */
    public static SeasonalNaive resumed(double[] numbers) {
        int period = numbers.length - 2;
        if (period < 1 || !(numbers[0] >= 0) || !(numbers[1] >= 0)) {
            throw new IllegalArgumentException("these numbers are of no seasonal-naive forecaster");
        }
        return new SeasonalNaive(Arrays.copyOfRange(numbers, 2, numbers.length), numbers[0], (long) numbers[1]);
    }

    @Override
    public double[] numbers() {
        var numbers = new double[2 + season.length];
        numbers[0] = squares;
        numbers[1] = differences;
        System.arraycopy(season, 0, numbers, 2, season.length);
        return numbers;
    }

    @Override
    public SeasonalNaive after(double value) {
        boolean known = Double.isFinite(value);
        double[] next = Arrays.copyOfRange(season, 1, season.length + 1);
        next[season.length - 1] = known ? value : season[0];
        double off = known ? value - season[0] : 0;
        return new SeasonalNaive(next, squares + off * off, differences + (known ? 1 : 0));
    }

    @Override
    public List<Prediction> next(int steps) {
        double deviation = Math.sqrt(squares / Math.max(1, differences));
        var predictions = new ArrayList<Prediction>();
        for (int h = 0; h < steps; h++) {
            int seasons = 1 + h / season.length;
            predictions.add(new Prediction(season[h % season.length], deviation * Math.sqrt(seasons)));
        }
        return predictions;
    }
}
