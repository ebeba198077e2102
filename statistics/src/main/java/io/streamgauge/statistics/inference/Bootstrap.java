package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Draws windows of independent rows from the reference and measures them against it: the null distribution that a stream
 * without autocorrelation would have on these bins.
 *
 * <p>One row more than the reference has is spread over its empty bins. This is the rule of succession: what never occurred
 * in N rows may well occur in the next one with probability 1/N, so one first occurrence is not yet news.
 *
 * <p>The seed comes from the layout and the name of the distance, so the result is the same in every process and replay.
 */
final class Bootstrap {

    private static final int REPLICATES = 400;
    private static final long SMALLEST = 30;
    private static final long LARGEST = 2000; // beyond that the null only scales with 1/n

    private final Distance distance;
    private final long[] reference;
    private final CountDistance onCounts;
    private final BinSampler sampler;

    Bootstrap(Distance distance, Profile total) {
        this.distance = distance;
        this.reference = total.binCounts();
        this.onCounts = distance.onCounts(total);
        this.sampler = new BinSampler(weights(reference), seed(distance, total));
    }

    private static double[] weights(long[] counts) {
        long empty = Arrays.stream(counts).filter(count -> count == 0).count();
        return Arrays.stream(counts)
                .mapToDouble(count -> count == 0 ? 1.0 / empty : count)
                .toArray();
    }

    private static long seed(Distance distance, Profile total) {
        long seed = total.layout().fingerprint();
        for (byte b : distance.name().getBytes(StandardCharsets.UTF_8)) {
            seed = 31 * seed + b;
        }
        return seed;
    }

    /**
     * Distances (or their squares) of simulated windows in units of {@code 1/n}. There is no {@code 1/N}, since here the
     * reference is the truth that the windows are drawn from.
     *
     * @param rows the sizes of the reference windows; their median is the size of the simulated ones
     */
    double[] units(long[] rows) {
        long[] sorted = rows.length > 0
                ? rows.clone()
                : new long[] {Arrays.stream(reference).sum()};
        Arrays.sort(sorted);
        int n = (int) Math.max(SMALLEST, Math.min(LARGEST, sorted[sorted.length / 2]));
        var units = new double[REPLICATES];
        for (int i = 0; i < units.length; i++) {
            units[i] = n * distance.shrinkage().linear(onCounts.between(reference, sampler.draw(n)));
        }
        return units;
    }
}
