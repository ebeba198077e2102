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
 *   <li>{@link Bootstrap} draws 4000 windows that vary like this and measures them. The distance itself does the work, so a small
 *       window, a rare bin or smoothing needs no theory.
 *   <li>The result is scaled to the mean that the reference windows have, with the caution of an F distribution for K windows; if
 *       they vary more among themselves than the simulated ones, the spread is raised to theirs.
 *   <li>A chi-square with shift and scale is fitted to its upper tail, in units of {@code f(n)/n + f(N)/N}; how f depends on n is
 *       simulated as well ({@link FiniteSample}).
 * </ol>
 *
 * <p>A reference window is measured against the total that it is part of, so {@code f(n) (1/n - 1/N)} stands in the place of the unit.
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
 * <p>How often it fires is measured by the program {@code FalseAlarms} of the benchmarks, for 100 reference windows; the figures are in
 * {@code calibration.md}. They are means over baselines: one baseline may do better or worse, the more so the fewer windows it has.
 *
 * <p>A pure function: equal arguments give equal results on every machine. A reference window with an incident in it raises
 * the result; leave it out of the reference.
 */
public final class Calibration {

    private static final int MIN_ROWS = 30;
    private static final int MIN_WINDOWS = 5;

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
        double[] units = SimulatedLaw.simulate(bootstrap, independent, rows);
        if (windows.size() >= MIN_WINDOWS) {
            WindowVariation variation = variation(shares, total, windows);
            double[] own = variation.isNone() ? units : SimulatedLaw.simulate(bootstrap, variation, rows);
            var law = SimulatedLaw.of(bootstrap, variation, rows, own);
            SampleMoments observed = observed(distance, total, windows, law);
            if (observed.mean() > Arrays.stream(units).sum() / units.length) {
                return law.anchored(observed, variation.wanders()).distribution(distance.shrinkage(), total.count());
            }
        }
        return SimulatedLaw.of(bootstrap, independent, rows, units).distribution(distance.shrinkage(), total.count());
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
        long rows = Arrays.stream(reference).sum();
        if (rows == 0) {
            return NullDistribution.unknown(shrinkage);
        }
        var bootstrap = new Bootstrap(onCounts, shrinkage, reference, seed);
        var independent = WindowVariation.none(Bootstrap.shares(reference));
        int size = withinSizes(rows);
        double[] units = SimulatedLaw.simulate(bootstrap, independent, size);
        return SimulatedLaw.of(bootstrap, independent, size, units).distribution(shrinkage, rows);
    }

    private static WindowVariation variation(double[] shares, Profile total, List<Profile> windows) {
        double least = windows.size() / (double) total.count(); // a row in each window
        List<long[]> counts = windows.stream().map(Profile::binCounts).toList();
        return VariationFit.of(shares, counts, BinFunctions.of(total.layout(), shares, least), total.count());
    }

    private static int typicalRows(Profile total, List<Profile> windows) {
        long[] rows = windows.stream().mapToLong(Profile::count).sorted().toArray();
        return withinSizes(rows.length == 0 ? total.count() : rows[rows.length / 2]);
    }

    private static int withinSizes(long rows) {
        return (int) Math.max(FiniteSample.size(0), Math.min(SimulatedLaw.LARGEST, rows));
    }

    /** The reference windows in the units of the law. */
    private static SampleMoments observed(Distance distance, Profile total, List<Profile> windows, SimulatedLaw law) {
        return SampleMoments.of(windows.stream()
                .mapToDouble(window -> {
                    double share = window.count() / (double) total.count();
                    double unit =
                            law.finiteSample().unit(window.count()) * (isPart(total, window) ? 1 - share : 1 + share);
                    return law.factor() * distance.shrinkage().linear(distance.between(total, window)) / unit;
                })
                .toArray());
    }

    private static boolean isPart(Profile total, Profile window) {
        long[] all = total.binCounts();
        long[] some = window.binCounts();
        for (int i = 0; i < all.length; i++) {
            if (some[i] > all[i]) {
                return false;
            }
        }
        return true;
    }

    /** From the layout and the name of the distance, so the result is the same in every process and replay. */
    private static long seed(Distance distance, Profile total) {
        long seed = total.layout().fingerprint();
        for (byte b : distance.name().getBytes(StandardCharsets.UTF_8)) {
            seed = 31 * seed + b;
        }
        return seed;
    }
}
