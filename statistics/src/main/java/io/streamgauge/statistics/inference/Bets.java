package io.streamgauge.statistics.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The bets of an {@link EProcess}: a direction, up or down, and a size. Directions have weights 1, 1/2, 1/3, ...; all bets on one share its
 * weight.
 */
final class Bets {

    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 2;
    private static final int MOST_SIZES = 8;
    /** A mean closer to the largest value of its function would be all but certain rows in one bin. */
    private static final double ATTAINABLE = 0.9;

    private final List<Bet> all = new ArrayList<>();
    private final long fingerprint;

    /**
     * One of them: {@code ln L = slope * sum of g over the rows - cost * rows}.
     *
     * @param mean that g has come to, by the bet; negative if it has fallen
     * @param tolerated how far the mean may be off without a drift; of the same sign
     */
    private record Bet(
            int direction,
            double mean,
            double tolerated,
            double variance,
            double slope,
            double cost,
            double logWeight) {}

    private Bets(List<Bet> unweighted) {
        double sum = 0;
        var perDirection =
                new int[unweighted.stream().mapToInt(Bet::direction).max().orElse(0) + 1];
        unweighted.forEach(bet -> perDirection[bet.direction()]++);
        int rank = 0;
        var weights = new double[perDirection.length];
        for (int j = 0; j < weights.length; j++) {
            if (perDirection[j] > 0) {
                rank++;
                weights[j] = 1.0 / rank;
                sum += weights[j];
            }
        }
        for (Bet bet : unweighted) {
            int j = bet.direction();
            double logWeight = StrictMath.log(weights[j] / sum / perDirection[j]);
            all.add(new Bet(j, bet.mean(), bet.tolerated(), bet.variance(), bet.slope(), bet.cost(), logWeight));
        }
        long hash = all.size();
        for (Bet bet : all) {
            hash = 31 * hash + Double.doubleToLongBits(bet.slope());
            hash = 31 * hash + Double.doubleToLongBits(bet.cost());
        }
        this.fingerprint = hash;
    }

    static Bets on(
            double[][] functions, double[] shares, double[] variances, double rows, double floor, double errors) {
        var bets = new ArrayList<Bet>();
        for (int j = 0; j < functions.length; j++) {
            var tilt = new Tilt(functions[j], shares);
            if (tilt.highest() > tilt.lowest()) {
                for (int sign = 1; sign >= -1; sign -= 2) {
                    addSizes(bets, j, tilt, sign, variances[j], rows, floor, errors);
                }
            }
        }
        return new Bets(bets);
    }

    private static void addSizes(
            List<Bet> bets, int j, Tilt tilt, int sign, double variance, double rows, double floor, double errors) {
        double farthest = sign > 0 ? tilt.highest() : -tilt.lowest();
        double tolerated = errors * Math.sqrt(variance / rows) + errors * errors * variance * farthest / (2 * rows);
        double size = Math.max(Math.max(floor, SMALLEST), 2 * tolerated);
        // What the baseline hardly has can only drift far: there is one bet on that, at least.
        double most = Math.min(Math.max(LARGEST, size), ATTAINABLE * farthest);
        if (size > most) {
            return;
        }
        double off = tilt.at(sign * tolerated);
        double offCumulant = tilt.cumulant(off);
        for (int k = 0; k < MOST_SIZES && size <= most; k++) {
            double t = tilt.at(sign * size);
            double slope = (t - off) / variance;
            double cost = (tilt.cumulant(t) - offCumulant) / variance;
            bets.add(new Bet(j, sign * size, sign * tolerated, variance, slope, cost, 0));
            size *= 2;
        }
    }

    int count() {
        return all.size();
    }

    /** Equal for equal bets, so that the evidence of one detector is not taken for that of another. */
    long fingerprint() {
        return fingerprint;
    }

    int direction(int bet) {
        return all.get(bet).direction();
    }

    double logWeight(int bet) {
        return all.get(bet).logWeight();
    }

    /** ln L of a window of n rows, over which the functions have these sums. */
    double logE(int bet, double[] sums, double n) {
        Bet b = all.get(bet);
        return b.slope() * sums[b.direction()] - b.cost() * n;
    }

    String moved(int bet) {
        Bet b = all.get(bet);
        String size = String.format(Locale.ROOT, "%.2g", Math.abs(b.mean()));
        return (b.mean() > 0 ? " above" : " below") + " the baseline, by about " + size + " standard deviations";
    }

    /** The smallest rise along the first direction whose evidence comes to {@code logThreshold} in so many rows. */
    double detectable(double logThreshold, double rows) {
        double least = Double.POSITIVE_INFINITY;
        for (Bet bet : all) {
            if (bet.direction() == all.get(0).direction() && bet.mean() > 0) {
                double needed = (logThreshold - bet.logWeight()) * bet.variance() / rows;
                double effect = (bet.mean() + bet.tolerated()) / 2 + needed / (bet.mean() - bet.tolerated());
                least = Math.min(least, effect);
            }
        }
        return least;
    }

    @Override
    public String toString() {
        return Arrays.toString(all.toArray());
    }
}
