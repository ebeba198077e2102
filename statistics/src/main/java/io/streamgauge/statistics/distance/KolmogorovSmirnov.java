package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;

/**
 * Kolmogorov-Smirnov distance {@code D = max |F - G|} of the distribution functions of the finite values, taken at the edges
 * of the grid; in {@code [0, 1]}. It is at most the exact D of the raw values, and less by at most the largest share that a
 * single bin has on either side (about 1/64 between a baseline and a window like it).
 *
 * <p>If just one side has finite values, D is 1; if neither has, 0. Missing, NaN and infinities are not compared.
 */
final class KolmogorovSmirnov extends BinnedDistance {

    @Override
    public String name() {
        return "ks";
    }

    @Override
    public String convention() {
        return "at=baseline-edges,values=finite";
    }

    @Override
    public boolean appliesTo(Layout layout) {
        return layout instanceof Grid;
    }

    @Override
    public Shrinkage shrinkage() {
        return Shrinkage.SQUARE_ROOT;
    }

    @Override
    public CountDistance onCounts(Profile reference) {
        requireApplies(reference.layout());
        int finiteBins = ((Grid) reference.layout()).edgeCount() + 1;
        return (a, b) -> largestGap(a, b, finiteBins);
    }

    private static double largestGap(long[] reference, long[] current, int finiteBins) {
        double n = sum(reference, finiteBins);
        double m = sum(current, finiteBins);
        if (n == 0 || m == 0) {
            return n == m ? 0 : 1;
        }
        long belowReference = 0;
        long belowCurrent = 0;
        double largest = 0;
        for (int i = 0; i < finiteBins; i++) {
            belowReference += reference[i];
            belowCurrent += current[i];
            largest = Math.max(largest, Math.abs(belowReference / n - belowCurrent / m));
        }
        return largest;
    }
}
