package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.profile.Profile;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Answers how a distance varies when nothing has changed, from the reference alone.
 *
 * <p>For independent rows the null distribution of a divergence is known: about {@code (1/n + 1/N)} times a constant times a
 * chi-square with one degree of freedom less than there are bins. Rows of real streams are not independent (the same entity
 * again, bursts, time of day), and then that null fires far too often: at autocorrelation 0.9, half of all windows exceed
 * its 99.9 % quantile, whatever n. So the time-ordered windows of the reference are measured against their total, and a
 * scaled chi-square is fitted to the results. Matching the mean alone is not enough; mean m and variance v give
 *
 * <pre>  u[i] = T[i] / (f(n[i]) * (1/n[i] - 1/N)),   scale = v / 2m,   df = 2 m^2 / v</pre>
 *
 * (Satterthwaite 1946, doi:10.2307/3002019), with T the distance, or its square for a {@code SQUARE_ROOT} one, and f the
 * {@linkplain FiniteSample correction for small samples}. The minus stands there because the window is part of the total;
 * for a window that cannot be, it is a plus.
 *
 * <p>Caution is built in where the reference says little:
 *
 * <ul>
 *   <li>Windows with fewer than 30 rows are not used; fewer than 5 usable windows are not used at all.
 *   <li>The scale is raised by the ratio of a prediction bound with Student's t over K windows to one with known variance:
 *       at most 2.5 times for 5 windows, 19 % for 20, 7 % for 50.
 *   <li>The result is never below the null of independent rows, which a seeded bootstrap finds for the actual bins
 *       (rare bins, smoothing and small windows make the textbook constant wrong).
 * </ul>
 *
 * <p>Degenerate references have an answer, never NaN. Without rows: {@link NullDistribution#unknown}. If neither the windows
 * nor the bootstrap vary at all (identical windows and a single bin): scale 0. Identical windows with several bins: the null
 * of independent rows. Values so large that the square of the distance overflows (raw Wasserstein beyond 1e150): unknown.
 *
 * <p>Live windows should have about the size of the reference windows. For independent rows f carries the result over to other
 * sizes; in an autocorrelated stream fewer rows are effectively there, so divergences learned from much smaller windows
 * (a tenth) fire too often, and from much larger ones too seldom.
 *
 * <p>Measured on normal streams with 64 bins, 50 reference windows of 300 rows, level 0.01: 0.7 to 1.3 % false alarms for
 * independent rows, 1.4 to 1.8 % at autocorrelation 0.9.
 *
 * <p>A pure function: equal arguments give equal results on every machine. A reference window with an incident in it raises
 * the result; leave it out of the reference.
 */
public final class Calibration {

    private static final int MIN_ROWS = 30;
    private static final int MIN_WINDOWS = 5;
    private static final double LEVEL = 0.001; // where null distributions are compared: near the levels in use

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
        List<SampleMoments> simulated = Bootstrap.bySize(distance, total);
        var finiteSample = finiteSample(simulated);
        var independent =
                independent(distance.shrinkage(), total.count(), simulated, finiteSample, typicalRows(total, windows));
        if (windows.size() < MIN_WINDOWS) {
            return independent;
        }
        var units = SampleMoments.of(windows.stream()
                .mapToDouble(window -> unit(distance, total, window, finiteSample))
                .toArray());
        var law = ScaledChiSquare.matching(units);
        return distribution(distance.shrinkage(), total.count(), law, caution(units), finiteSample)
                .floorAt(independent, LEVEL);
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
        List<SampleMoments> simulated = Bootstrap.bySize(onCounts, shrinkage, reference, seed);
        return independent(shrinkage, rows, simulated, finiteSample(simulated), rows);
    }

    private static FiniteSample finiteSample(List<SampleMoments> simulated) {
        return FiniteSample.of(simulated.stream()
                .mapToDouble(units -> ScaledChiSquare.matching(units).upperQuantile(LEVEL))
                .toArray());
    }

    private static long typicalRows(Profile total, List<Profile> windows) {
        long[] rows = windows.stream().mapToLong(Profile::count).sorted().toArray();
        return rows.length == 0 ? total.count() : rows[rows.length / 2];
    }

    private static NullDistribution independent(
            Shrinkage shrinkage, long nReference, List<SampleMoments> simulated, FiniteSample finiteSample, long rows) {
        int index = FiniteSample.nearest(rows);
        var law = ScaledChiSquare.matching(simulated.get(index));
        // The law at this size already has the factor in it.
        return distribution(
                shrinkage, nReference, law, 1 / finiteSample.factors().get(index), finiteSample);
    }

    private static NullDistribution distribution(
            Shrinkage shrinkage, long nReference, ScaledChiSquare law, double factor, FiniteSample finiteSample) {
        double scale = law.scale() * factor;
        return scale <= Double.MAX_VALUE
                ? new NullDistribution(scale, law.degreesOfFreedom(), shrinkage, nReference, finiteSample)
                : NullDistribution.unknown(shrinkage);
    }

    private static double unit(Distance distance, Profile total, Profile window, FiniteSample finiteSample) {
        double share = window.count() / (double) total.count();
        double unit = finiteSample.unit(window.count()) * (isPart(total, window) ? 1 - share : 1 + share);
        return distance.shrinkage().linear(distance.between(total, window)) / unit;
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

    /** How much farther out a prediction bound is when mean and variance come from K values: Student's t against normal. */
    private static double caution(SampleMoments units) {
        int k = units.size();
        double t = new TDistribution(k - 1.0).inverseCumulativeProbability(1 - LEVEL) * Math.sqrt(1 + 1.0 / k);
        double z = new NormalDistribution().inverseCumulativeProbability(1 - LEVEL);
        double variation = Math.sqrt(units.squaredVariation());
        return (1 + t * variation) / (1 + z * variation);
    }
}
