package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of two samples in profiles: numbers are counted in the grid of the reference (64 quantile bins) and stand at the
 * midpoint of their bin, in the outer bins at their mean; of categories the {@value #VOCABULARY} most frequent of the
 * reference keep their name.
 *
 * <p>So the streaming form differs from the exact one by at most this. w is the widest regular bin, s the largest share that one bin
 * has on either side, D the gap of ks, and h the share that the smaller of the two outer bins has of all rows. A reference with at most 64
 * distinct values whose current values are no others has no difference but in metrics that measure lengths.
 *
 * <ul>
 *   <li>metrics on bins fixed by the reference (baseline, reference-quantile, reference-width, reference-doane): 0;
 *   <li>on categories: 0 up to {@value #VOCABULARY} values in the reference and for unseen ones up to their pooling, which
 *       changes neither js, total-variation nor hellinger;
 *   <li>{@code ks}: s, never above the exact value: between two edges the gap moves by at most a bin's share;
 *   <li>{@code wasserstein}: w, plus the mean deviation inside the outer bins; normalised: the same by the deviation of the
 *       reference, which is that of the profile's own sums;
 *   <li>{@code energy}: {@code sqrt(2 w)} plus the same for the outer bins;
 *   <li>{@code welch-t}: the rounding of values to the profile's resolution, as mean and variance come from its sums;
 *   <li>{@code mann-whitney}: half the pairs that share a bin, {@code nm s / 2} at most: only they are not told apart;
 *   <li>{@code cramer-von-mises}: {@code nm/(n+m) s (2 D + 3 s)} without ties in the values, which enlarge the exact form;
 *   <li>{@code anderson-darling}, times its standard deviation: {@code nm/(n+m) (2 s (2 D + s) ln(1/h) + D^2 + 3 h (n+m)^2 /
 *       min(n,m)^2)}; the last term is the outer bins, whose weight {@code 1 / (H (1 - H))} is largest and of which least is known;
 *   <li>pooled bins have no bound: their edges follow from extremes, counts and distinct values of both sides, and an edge that moves
 *       by a hair may carry any number of rows with it. Take bins that the reference fixes.
 * </ul>
 */
final class Coarse {

    static final int VOCABULARY = 1000;

    private final Grid grid;

    private Coarse(Grid grid) {
        this.grid = grid;
    }

    static Coarse of(Numbers reference) {
        return new Coarse(reference.grid());
    }

    Numbers numbers(Numbers sample) {
        return binned(sample).points();
    }

    BinnedNumbers binned(Numbers sample) {
        NumericProfile profile = grid.newProfile();
        for (int i = 0; i < sample.distinct(); i++) {
            for (long n = sample.count(i); n > 0; n--) {
                profile.add(sample.value(i));
            }
        }
        long[] counts = Arrays.copyOf(profile.binCounts(), grid.edgeCount() + 1);
        return BinnedNumbers.of(profile, at(points(profile), counts, sample.others()), counts);
    }

    /** The sample with these counts in the finite bins of the grid, the outer ones at the outermost edges. */
    Numbers counted(long[] counts) {
        return at(points(grid.newProfile()), counts, Numbers.Others.NONE);
    }

    /** The counts in the finite bins of the grid. */
    long[] counts(Numbers sample) {
        var counts = new long[grid.edgeCount() + 1];
        long before = 0;
        for (int i = 0; i < grid.edgeCount(); i++) {
            long below = sample.lessThan(grid.edge(i));
            counts[i] = below - before;
            before = below;
        }
        counts[grid.edgeCount()] = sample.compared() - before;
        return counts;
    }

    private static Numbers at(double[] points, long[] counts, Numbers.Others others) {
        return Numbers.weighted(points, counts, others);
    }

    private double[] points(NumericProfile profile) {
        int edges = grid.edgeCount();
        var points = new double[edges + 1];
        for (int i = 1; i < edges; i++) {
            points[i] = grid.edge(i - 1) / 2 + grid.edge(i) / 2;
        }
        points[0] = orElse(profile.underflowMean(), grid.edge(0));
        points[edges] = orElse(profile.overflowMean(), grid.edge(edges - 1));
        return points;
    }

    private static double orElse(double mean, double edge) {
        return Double.isNaN(mean) ? edge : mean;
    }

    /** Both sides over the vocabulary of the reference; all other values are one. */
    static List<Categories> pooled(Categories reference, Categories current) {
        List<String> known = mostFrequent(reference);
        String other = "\uFFFF"; // sorts last, and is no character
        return List.of(pooled(reference, known, other), pooled(current, known, other));
    }

    private static Categories pooled(Categories sample, List<String> known, String other) {
        Map<String, Long> counts = new HashMap<>();
        long named = 0;
        for (String value : known) {
            long count = sample.countOf(value);
            named += count;
            if (count > 0) {
                counts.put(value, count);
            }
        }
        if (named < sample.compared()) {
            counts.put(other, sample.compared() - named);
        }
        return Categories.of(counts, sample.missing(), sample.mistyped());
    }

    /** The values that keep their name. */
    static List<String> mostFrequent(Categories reference) {
        if (reference.counts().size() <= VOCABULARY) {
            return List.copyOf(reference.counts().keySet());
        }
        var entries = new ArrayList<>(reference.counts().entrySet());
        entries.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return entries.subList(0, VOCABULARY).stream().map(Map.Entry::getKey).toList();
    }
}
