package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;

/**
 * The share of the reference's entropy that the current profile lacks, {@code max(0, 1 - H(current) / H(reference))}, in {@code [0, 1]}: 1 if all
 * values are in one bin. {@code H = -sum p log2 p} over the bins of known values: the vocabulary, or the intervals with underflow and overflow. Rows
 * that are missing, mistyped, not finite or unseen say nothing about whether values move, and are left out. 0 if either side has no known values,
 * or if the reference has no entropy.
 *
 * <p>It sees values that stop moving, and nothing else: more entropy than before is no distance. So it is not among {@link Distances}.
 */
public final class EntropyDrop extends BinnedDistance {
    public static final String NAME = "entropy-drop";

    private static final double LN_2 = Math.log(2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String convention() {
        return "base=2,bins=baseline,unseen=drop,missing=drop,relative";
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.SQUARE_ROOT;
    }

    @Override
    public CountDistance onCounts(Profile reference) {
        int bins = knownBins(reference.layout());
        return (before, current) -> drop(Arrays.copyOf(before, bins), Arrays.copyOf(current, bins));
    }

    /** The entropy of the known values of a profile in bits; 0 if there are none. */
    public static double bits(Profile profile) {
        return entropy(Arrays.copyOf(profile.binCounts(), knownBins(profile.layout())));
    }

    /** Rows with a known value. */
    public static long rows(Profile profile) {
        return sum(profile.binCounts(), knownBins(profile.layout()));
    }

    private static int knownBins(Layout layout) {
        return layout instanceof Grid grid ? grid.edgeCount() + 1 : ((Vocabulary) layout).size();
    }

    private static double drop(long[] before, long[] current) {
        double usual = entropy(before);
        return usual == 0 || sum(current) == 0 ? 0 : Math.max(0, 1 - entropy(current) / usual);
    }

    private static double entropy(long[] counts) {
        double n = sum(counts);
        double entropy = 0;
        for (long count : counts) {
            if (count > 0) {
                entropy -= count / n * Math.log(count / n);
            }
        }
        return entropy / LN_2;
    }
}
