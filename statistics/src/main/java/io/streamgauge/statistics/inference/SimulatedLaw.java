package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.Shrinkage;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Simulated distances (or squares) at one window size, in units of {@code 1/n + 1/N}, and how they carry over to other sizes. */
final class SimulatedLaw {

    static final int LARGEST = FiniteSample.size(FiniteSample.SIZES - 1);

    private static final int DRAWN_BINS = 150_000; // more bins, less spread: fewer windows are needed
    private static final int LEAST_REPLICATES = 1000;
    private static final int MOST_REPLICATES = 8_000;
    private static final int MEAN = 4; // so many times fewer where only the mean is asked for,
    private static final int SIZE = 10; // and for each of the other sizes
    private static final int MOST_WINDOWS = 400; // beyond them the mean is as good as known

    private final WindowVariation variation; // of the simulated windows
    private final double[] units; // their distances
    private final double factor; // f at the size of the simulation
    private final FiniteSample finiteSample;

    private SimulatedLaw(WindowVariation variation, double[] units, double factor, FiniteSample finiteSample) {
        this.variation = variation;
        this.units = units;
        this.factor = factor;
        this.finiteSample = finiteSample;
    }

    double factor() {
        return factor;
    }

    FiniteSample finiteSample() {
        return finiteSample;
    }

    static SimulatedLaw of(Bootstrap bootstrap, WindowVariation variation, int rows) {
        double[] units = bootstrap.units(variation, rows, replicates(bootstrap));
        double dense = variation.rowsOfLimit();
        int last = FiniteSample.SIZES - 1;
        int limit = IntStream.range(0, last)
                .filter(i -> FiniteSample.size(i) >= dense)
                .findFirst()
                .orElse(last);
        var spreads = new double[FiniteSample.SIZES];
        Arrays.fill(
                spreads,
                limit,
                spreads.length,
                rows >= dense ? spread(units) : spread(bootstrap, variation, FiniteSample.size(limit)));
        for (int i = 0; i < limit; i++) {
            spreads[i] = spread(bootstrap, variation, FiniteSample.size(i));
        }
        var finiteSample = FiniteSample.of(spreads);
        return new SimulatedLaw(variation, units, finiteSample.unit(rows) * rows, finiteSample);
    }

    private static double spread(Bootstrap bootstrap, WindowVariation variation, int rows) {
        return spread(bootstrap.units(variation, rows, replicates(bootstrap) / SIZE));
    }

    /** Near the quantiles in use. */
    private static double spread(double[] units) {
        var moments = SampleMoments.of(units);
        return moments.mean() + 3 * moments.deviation();
    }

    private static int replicates(Bootstrap bootstrap) {
        return Math.max(LEAST_REPLICATES, Math.min(MOST_REPLICATES, DRAWN_BINS / bootstrap.bins()));
    }

    boolean isOfIndependentRows() {
        return variation.isNone();
    }

    /** What the mean of so many windows is hardly beyond if rows are independent: the mean and one standard error. */
    double independentMean(Bootstrap bootstrap, WindowVariation independent, int rows, int windows) {
        double[] values =
                isOfIndependentRows() ? units : bootstrap.units(independent, rows, replicates(bootstrap) / MEAN);
        var moments = SampleMoments.of(values);
        return moments.mean() + moments.deviation() / Math.sqrt(windows);
    }

    private static double mean(double[] units) {
        return Arrays.stream(units).sum() / units.length;
    }

    /**
     * Scaled to what was observed in K windows, in mean and spread. Each simulated value is divided by the mean of K others, relative to the
     * mean of all: so the law is that of a new value relative to an observed mean (as F is to chi-square), farther out for small K.
     */
    SimulatedLaw anchored(SampleMoments observed) {
        return anchored(observed, variation.wanders());
    }

    /** @param wanders whether values that vary more than the simulated ones vary as they were observed to */
    SimulatedLaw anchored(SampleMoments observed, boolean wanders) {
        double mean = mean(units);
        double spread = spread(observed, wanders);
        int k = Math.min(MOST_WINDOWS, observed.size());
        var dice = new Dice(k);
        var scaled = new double[units.length];
        for (int i = 0; i < scaled.length; i++) {
            double others = 0;
            for (int j = 0; j < k; j++) {
                others += units[dice.below(units.length)] / k;
            }
            double wide = Math.max(0, mean + (units[i] - mean) * spread);
            scaled[i] = wide * (observed.mean() / others);
        }
        return new SimulatedLaw(variation, scaled, factor, finiteSample);
    }

    /**
     * The observed coefficient of variation relative to the simulated one: where it is larger, and shares wander, as it is; where it is
     * smaller by more than two standard errors, with these two added. In between the simulation is the better estimate.
     */
    private double spread(SampleMoments observed, boolean wanders) {
        var simulated = SampleMoments.of(units);
        double ratio = variation(observed) / variation(simulated);
        if (!(ratio < 1)) {
            return wanders && ratio <= Double.MAX_VALUE ? ratio : 1;
        }
        double fourth = 0;
        for (double unit : units) {
            double off = (unit / simulated.mean() - 1) / variation(simulated);
            fourth += off * off * off * off / units.length;
        }
        double standardError = Math.sqrt(Math.max(2, fourth - 1) / observed.size()) / 2;
        return Math.min(1, ratio + 2 * standardError);
    }

    private static double variation(SampleMoments moments) {
        return Math.sqrt(moments.squaredVariation());
    }

    NullDistribution distribution(Shrinkage shrinkage, long nReference) {
        var law = ScaledChiSquare.fitting(units);
        double shift = law.shift() / factor;
        double scale = law.scale() / factor;
        return scale <= Double.MAX_VALUE && Math.abs(shift) <= Double.MAX_VALUE
                ? new NullDistribution(shift, scale, law.degreesOfFreedom(), shrinkage, nReference, finiteSample)
                : NullDistribution.unknown(shrinkage);
    }
}
