package io.streamgauge.statistics.inference;

/**
 * Draws how many rows fall into each bin, at a cost that does not grow with the number of rows: the runs of a bin are a Poisson
 * number of its own, their lengths geometric. The sum is then random as well, about the number of rows that was asked for; given the sum, the
 * counts are those of drawing row by row. A bin with many runs is drawn from the normal distribution with the correction for skewness
 * (Cornish and Fisher 1938, doi:10.2307/1400905).
 */
final class RunCounts {

    private static final double MANY = 6;
    private static final double ROUNDING = 1 / 12.0; // the variance that rounding adds

    private final double repeat;
    private final double variance; // of a count, in units of its mean
    private final double skewness; // a sixth of the third cumulant over the second

    /** @param repeat the probability that a row is in the bin of the row before it, in {@code [0, 1)} */
    RunCounts(double repeat) {
        this.repeat = repeat;
        this.variance = (1 + repeat) / (1 - repeat);
        this.skewness = (1 + 4 * repeat + repeat * repeat) / (6 * (1 - repeat) * (1 + repeat));
    }

    /** Adds to {@code counts} about {@code rows} rows, in proportion to the weights. */
    void draw(double rows, double[] weights, Dice dice, long[] counts) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int b = 0; b < weights.length; b++) {
            counts[b] += count(rows / sum * weights[b], dice);
        }
    }

    private long count(double mean, Dice dice) {
        double runs = mean * (1 - repeat);
        if (runs > MANY) {
            double z = dice.gaussian();
            double deviation = Math.sqrt(mean * variance - 2 * skewness * skewness - ROUNDING);
            return Math.max(0, Math.round(mean + deviation * z + skewness * (z * z - 1)));
        }
        int starts = dice.poisson(runs);
        long count = starts;
        for (int i = 0; i < starts && repeat > 0; i++) {
            while (dice.uniform() < repeat) {
                count++;
            }
        }
        return count;
    }
}
