package io.streamgauge.statistics.comparison;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many rows of either side are in each of the shared bins; fractions where a histogram was spread over finer bins.
 */
final class Masses {

    private final double[] reference;
    private final double[] current;

    /** Takes the arrays over. */
    Masses(double[] reference, double[] current) {
        this.reference = reference;
        this.current = current;
    }

    /** Not to be changed. */
    double[] reference() {
        return reference;
    }

    /** Not to be changed. */
    double[] current() {
        return current;
    }

    /** These bins and further ones behind them. */
    Masses and(long[] moreReference, long[] moreCurrent) {
        return new Masses(joined(reference, moreReference), joined(current, moreCurrent));
    }

    /** These bins and, of further ones, those that are not empty on both sides: an empty bin would be filled up by a zero fill. */
    Masses andFilled(long[] moreReference, long[] moreCurrent) {
        int[] filled = IntStream.range(0, moreReference.length)
                .filter(i -> moreReference[i] + moreCurrent[i] > 0)
                .toArray();
        return and(
                IntStream.of(filled).mapToLong(i -> moreReference[i]).toArray(),
                IntStream.of(filled).mapToLong(i -> moreCurrent[i]).toArray());
    }

    private static double[] joined(double[] masses, long[] more) {
        double[] all = Arrays.copyOf(masses, masses.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[masses.length + i] = more[i];
        }
        return all;
    }

    static double sum(double[] masses) {
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        return sum;
    }
}
