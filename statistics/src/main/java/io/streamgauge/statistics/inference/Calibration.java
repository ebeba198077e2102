package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Answers how a distance varies when nothing has changed, from the reference alone.
 *
 * <p>For independent rows the null distribution of a divergence is known: about {@code (1/n + 1/N)} times a constant times a
 * chi-square with one degree of freedom less than there are bins. Rows of real streams are not independent (the same entity
 * again, bursts, time of day), and then that null fires far too often: at autocorrelation 0.9, half of all windows exceed
 * its 99.9 % quantile, whatever n. So the null is simulated:
 *
 * <ol>
 *   <li>{@link VariationFit} reads from the time-ordered windows of the reference how their counts vary: along which directions
 *       the shares wander, and how long runs of equal rows are.
 *   <li>{@link Bootstrap} draws windows that vary like this, and references of the size of this one, and measures them. The distance itself does
 *       the work, so a small window, a rare bin or smoothing needs no theory. The number of draws depends on that of the bins only: with many bins a
 *       distance is a sum of many parts and varies less.
 *   <li>If the reference windows are farther off than independent rows are, by more than a standard error of their mean, the result is scaled to
 *       the mean that they have, with the caution of an F distribution for K windows; if they vary more among themselves than the simulated ones, the spread is
 *       raised to theirs.
 *   <li>A chi-square with shift and scale is fitted to its upper tail ({@link ScaledChiSquare}), in units of {@code f(min(n, N)) (1/n + 1/N)}; how f depends on n is
 *       simulated as well ({@link FiniteSample}).
 * </ol>
 *
 * <p>A reference window is measured against the other rows of the reference, as a live window is measured against rows that it is not among.
 * Windows with fewer than 30 rows are not used; with fewer than 5 usable windows the null is that of independent rows, and it
 * is never below that.
 *
 * <p>Degenerate references have an answer, never NaN. Without rows: {@link NullDistribution#unknown}. If nothing varies
 * (a single bin): scale 0. Values so large that the square of the distance overflows (raw Wasserstein beyond 1e150): unknown.
 *
 * <p>Live windows should have about the size of the reference windows. For independent rows f carries the result over to other
 * sizes. In a dependent stream the variation is taken to fall as 1/n, which is right if it comes from autocorrelation much shorter than a
 * window. What differs from hour to hour or day to day falls more slowly: thresholds learned from much smaller windows
 * are then too low, from much larger ones too high.
 *
 * <p>How often it fires is measured by the programs {@code FalseAlarms} and {@code ShuffledRows} of the benchmarks, for 100 reference windows; the figures are in
 * {@code calibration.md}. They are means over baselines: one baseline may do better or worse, the more so the fewer windows it has.
 *
 * <p>A pure function: equal arguments give equal results on every machine. A reference window with an incident in it raises
 * the result; leave it out of the reference.
 */
public final class Calibration {

    private static final int MIN_ROWS = 30;
    private static final int MIN_WINDOWS = 5;
    private static final long USUAL_ROWS = 3840; // of a window, where no reference window says how many

    private Calibration() {}

    /**
     * The null distribution of {@code distance} to {@code total}.
     *
     * @param total the whole reference
     * @param referenceWindows the profiles of its windows, of the size that live windows have; may be empty
     * @throws IllegalArgumentException if the layouts differ or the distance does not apply to them
     */
    public static NullDistribution fit(Distance distance, Profile total, List<Profile> referenceWindows) {
        if (!distance.appliesTo(total.layout())) {
            throw new IllegalArgumentException(distance.name() + " does not apply to " + total.layout());
        }
        if (total.count() == 0) {
            return NullDistribution.unknown(distance.shrinkage());
        }
        var windows = referenceWindows.stream()
                .filter(window -> window.count() >= MIN_ROWS && window.count() != total.count())
                .toList();
        long[] reference = total.binCounts();
        var bootstrap = new Bootstrap(distance.onCounts(total), distance.shrinkage(), reference, seed(distance, total));
        double[] shares = Bootstrap.shares(total.layout(), reference);
        int rows = typicalRows(total, windows);
        var independent = WindowVariation.none(shares);
        boolean known = windows.size() >= MIN_WINDOWS;
        var law = SimulatedLaw.of(bootstrap, known ? variation(shares, total, windows) : independent, rows);
        if (known) {
            SampleMoments observed = observed(distance, total, windows, law);
            if (observed.mean() > law.independentMean(bootstrap, independent, rows, observed.size())) {
                return law.anchored(observed).distribution(distance.shrinkage(), total.count());
            }
        }
        var leastVaried = law.isOfIndependentRows() ? law : SimulatedLaw.of(bootstrap, independent, rows);
        return leastVaried.distribution(distance.shrinkage(), total.count());
    }

    /** A window of the reference, and what it would have been compared with: windows like it, without itself. */
    public record Pair(Profile reference, Profile window) {}

    /**
     * The null distribution where each window is compared with windows like it, such as those of the same hour of the week, and not
     * with the whole reference: what all of them have in common, the season, is no variation any more. The law is that of independent rows,
     * scaled to the mean and spread that the pairs have; it is never below the law of independent rows.
     *
     * @param total the whole reference
     * @param pairs with rows on both sides; pairs with fewer than 30 rows on a side are not used, and fewer than 5 pairs say nothing
     * @throws IllegalArgumentException if the layouts differ or the distance does not apply to them
     */
    public static NullDistribution fitPairs(Distance distance, Profile total, List<Pair> pairs) {
        List<Pair> usable = pairs.stream()
                .filter(pair ->
                        pair.window().count() >= MIN_ROWS && pair.reference().count() >= MIN_ROWS)
                .toList();
        if (usable.size() < MIN_WINDOWS || total.count() == 0) {
            return fit(distance, total, List.of());
        }
        long[] reference = total.binCounts();
        var bootstrap = new Bootstrap(distance.onCounts(total), distance.shrinkage(), reference, seed(distance, total));
        var independent = WindowVariation.none(Bootstrap.shares(total.layout(), reference));
        int rows = typicalRows(total, usable.stream().map(Pair::window).toList());
        var law = SimulatedLaw.of(bootstrap, independent, rows);
        SampleMoments observed = SampleMoments.of(usable.stream()
                .mapToDouble(pair -> inUnits(distance, pair, law))
                .toArray());
        boolean varies = observed.mean() > law.independentMean(bootstrap, independent, rows, observed.size());
        return (varies ? law.anchored(observed, true) : law).distribution(distance.shrinkage(), total.count());
    }

    private static double inUnits(Distance distance, Pair pair, SimulatedLaw law) {
        long smaller = Math.min(pair.reference().count(), pair.window().count());
        long larger = Math.max(pair.reference().count(), pair.window().count());
        double apart =
                distance.shrinkage().linear(distance.from(pair.reference()).applyAsDouble(pair.window()));
        return law.factor() * apart / (law.finiteSample().unit(smaller) * (1 + smaller / (double) larger));
    }

    /**
     * The null distribution of a distance on counts, for independent rows: what two files are judged by, whose rows have no
     * time.
     *
     * @param reference the counts of the reference in its bins; with no rows at all, the result is unknown
     * @param seed equal arguments give equal results
     */
    public static NullDistribution ofIndependentRows(
            CountDistance onCounts, Shrinkage shrinkage, long[] reference, long seed) {
        return ofIndependentRows(onCounts, shrinkage, reference, Bootstrap.shares(reference), seed);
    }

    /**
     * The same where the bins are those of a categorical profile.
     *
     * @param values so many first bins hold a value each, the next one all that the reference does not have
     */
    public static NullDistribution ofIndependentCategories(
            CountDistance onCounts, Shrinkage shrinkage, long[] reference, int values, long seed) {
        double[] shares = Bootstrap.ofCategories(reference, values);
        return ofIndependentRows(onCounts, shrinkage, reference, shares, seed);
    }

    private static NullDistribution ofIndependentRows(
            CountDistance onCounts, Shrinkage shrinkage, long[] reference, double[] shares, long seed) {
        long rows = Arrays.stream(reference).sum();
        if (rows == 0) {
            return NullDistribution.unknown(shrinkage);
        }
        var bootstrap = new Bootstrap(onCounts, shrinkage, reference, seed);
        var independent = WindowVariation.none(shares);
        int size = withinSizes(Math.min(USUAL_ROWS, rows));
        return SimulatedLaw.of(bootstrap, independent, size).distribution(shrinkage, rows);
    }

    private static WindowVariation variation(double[] shares, Profile total, List<Profile> windows) {
        double least = windows.size() / (double) total.count(); // a row in each window
        List<long[]> counts = windows.stream().map(Profile::binCounts).toList();
        return VariationFit.of(shares, counts, BinFunctions.of(total.layout(), shares, least), total.count());
    }

    private static int typicalRows(Profile total, List<Profile> windows) {
        long[] rows = windows.stream().mapToLong(Profile::count).sorted().toArray();
        return withinSizes(rows.length == 0 ? Math.min(USUAL_ROWS, total.count()) : rows[rows.length / 2]);
    }

    private static int withinSizes(long rows) {
        return (int) Math.max(FiniteSample.size(0), Math.min(SimulatedLaw.LARGEST, rows));
    }

    /** The reference windows, each against the other rows of the reference, in the units of the law. */
    private static SampleMoments observed(Distance distance, Profile total, List<Profile> windows, SimulatedLaw law) {
        var onCounts = distance.onCounts(total);
        long[] all = total.binCounts();
        return SampleMoments.of(windows.stream()
                .mapToDouble(window -> {
                    long[] counts = window.binCounts();
                    long[] others = others(all, counts);
                    double share =
                            window.count() / (double) Arrays.stream(others).sum();
                    double apart = distance.shrinkage().linear(onCounts.between(others, counts));
                    double unit = law.finiteSample().unit(window.count()) * (1 + share);
                    return law.factor() * apart * beyondCounts(distance, total, window, onCounts) / unit;
                })
                .toArray());
    }

    /** How much larger the distance is than that of the counts: profiles know more about the values of their outer bins. */
    private static double beyondCounts(Distance distance, Profile total, Profile window, CountDistance onCounts) {
        double ofCounts = distance.shrinkage().linear(onCounts.between(total.binCounts(), window.binCounts()));
        return ofCounts > 0 ? distance.shrinkage().linear(distance.between(total, window)) / ofCounts : 1;
    }

    /** The rows that are not in the window; all of them if it is no part of the reference. */
    private static long[] others(long[] all, long[] some) {
        var others = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            others[i] = all[i] - some[i];
            if (others[i] < 0) {
                return all;
            }
        }
        return others;
    }

    /** From the counts and the name of the distance, so the result is the same in every process and replay. */
    private static long seed(Distance distance, Profile total) {
        long seed = total.layout().fingerprint();
        for (long count : total.binCounts()) {
            seed = 31 * seed + count;
        }
        for (byte b : distance.name().getBytes(StandardCharsets.UTF_8)) {
            seed = 31 * seed + b;
        }
        return seed;
    }
}
