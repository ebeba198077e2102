package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Draws windows of independent rows from the reference and measures them against it: the null distribution that a stream
 * without autocorrelation would have on these bins, at each size of {@link FiniteSample}.
 *
 * <p>One row more than the reference has is spread over its empty bins. This is the rule of succession: what never occurred
 * in N rows may well occur in the next one with probability 1/N, so one first occurrence is not yet news.
 *
 * <p>The seed comes from the layout and the name of the distance, so the result is the same in every process and replay.
 */
final class Bootstrap {

    private static final int REPLICATES = 400;

    private Bootstrap() {}

    /**
     * Distances (or their squares) of simulated windows, for each size, in units of {@code 1/n}. There is no {@code 1/N},
     * since here the reference is the truth that the windows are drawn from.
     */
    static List<SampleMoments> bySize(Distance distance, Profile total) {
        return bySize(distance.onCounts(total), distance.shrinkage(), total.binCounts(), seed(distance, total));
    }

    static List<SampleMoments> bySize(CountDistance onCounts, Shrinkage shrinkage, long[] reference, long seed) {
        var sampler = new BinSampler(weights(reference), seed);
        var units = new double[FiniteSample.SIZES][REPLICATES];
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            var window = new long[reference.length];
            int rows = 0;
            for (int i = 0; i < FiniteSample.SIZES; i++) {
                // Each window grows out of the smaller one: half the draws, and less noise between sizes.
                sampler.draw(FiniteSample.size(i) - rows, window);
                rows = FiniteSample.size(i);
                units[i][replicate] = rows * shrinkage.linear(onCounts.between(reference, window));
            }
        }
        return Arrays.stream(units).map(SampleMoments::of).toList();
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
}
