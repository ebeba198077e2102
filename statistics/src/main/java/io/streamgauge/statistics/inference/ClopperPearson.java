package io.streamgauge.statistics.inference;

import org.hipparchus.special.Beta;

/**
 * Answers how large a share can be, given that an event happened {@code events} times in {@code trials} independent trials:
 * the one-sided upper confidence bound of Clopper and Pearson, the x with {@code I(x; events + 1, trials - events) =
 * confidence}, I being the regularised incomplete beta function. Exact: the bound holds with at least the confidence for
 * every share and every number of trials, also for none seen at all, where it is about {@code 3 / trials} at 95 %. Clopper and
 * Pearson 1934, doi:10.1093/biomet/26.4.404.
 */
public final class ClopperPearson {
    /** Halvings of [0, 1]: more than a double can tell apart near 1, enough for shares of one in 10^18. */
    private static final int HALVINGS = 80;

    private static final double PRECISION = 1e-13;
    private static final int MOST_TERMS = 1_000_000;

    private ClopperPearson() {}

    /**
     * The bound, in {@code [events / trials, 1]}; 1 if every trial is an event, and where there were no trials.
     *
     * @throws IllegalArgumentException unless {@code 0 <= events <= trials} and {@code 0 < confidence < 1}
     */
    public static double upperBound(long events, long trials, double confidence) {
        if (events < 0 || trials < events) {
            throw new IllegalArgumentException("events must be in [0, trials], got %d of %d".formatted(events, trials));
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("the confidence must be in (0, 1), got " + confidence);
        }
        if (events == trials) {
            return 1;
        }
        if (events == 0) {
            // The equation solved: (1 - x)^trials = 1 - confidence.
            return -Math.expm1(Math.log1p(-confidence) / trials);
        }
        double low = (double) events / trials;
        double high = 1;
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double middle = low + (high - low) / 2;
            if (Beta.regularizedBeta(middle, events + 1.0, (double) (trials - events), PRECISION, MOST_TERMS)
                    < confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
