package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.distance.Shrinkage;
import java.util.Arrays;

/** Simulated distances (or squares) at one window size, in units of {@code 1/n}, and how they carry over to other sizes. */
final class SimulatedLaw {

    static final int LARGEST = FiniteSample.size(FiniteSample.SIZES - 1);

    private static final int REPLICATES = 4000;
    private static final int REPLICATES_OF_SIZES = 250;
    private static final int MOST_WINDOWS = 400; // beyond them the mean is as good as known
    private static final int MOST_BINS = 128; // with more of them, fewer replicates: more bins, less spread

    private final double[] units; // the simulated ones
    private final double factor; // f at the size of the simulation
    private final FiniteSample finiteSample;

    SimulatedLaw(double[] units, double factor, FiniteSample finiteSample) {
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

    static double[] simulate(Bootstrap bootstrap, WindowVariation variation, int rows) {
        return bootstrap.units(variation, rows, replicates(bootstrap, REPLICATES));
    }

    static SimulatedLaw of(Bootstrap bootstrap, WindowVariation variation, int rows, double[] units) {
        var spreads = new double[FiniteSample.SIZES];
        for (int i = 0; i < spreads.length; i++) {
            var at = SampleMoments.of(
                    bootstrap.units(variation, FiniteSample.size(i), replicates(bootstrap, REPLICATES_OF_SIZES)));
            spreads[i] = at.mean() + 3 * at.deviation(); // near the quantiles in use
        }
        var finiteSample = FiniteSample.of(spreads);
        return new SimulatedLaw(units, finiteSample.unit(rows) * rows, finiteSample);
    }

    private static int replicates(Bootstrap bootstrap, int replicates) {
        return replicates * MOST_BINS / Math.max(MOST_BINS, Math.min(8 * MOST_BINS, bootstrap.bins()));
    }

    double mean() {
        return Arrays.stream(units).sum() / units.length;
    }

    /**
     * Scaled to what was observed in K windows, in mean and spread. Each simulated value is divided by the mean of K others, relative to the
     * mean of all: so the law is that of a new value relative to an observed mean (as F is to chi-square), farther out for small K.
     */
    SimulatedLaw anchored(SampleMoments observed, boolean widened) {
        double mean = mean();
        double spread = spread(observed, widened);
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
        return new SimulatedLaw(scaled, factor, finiteSample);
    }

    /**
     * The observed coefficient of variation relative to the simulated one: where it is larger, and shares wander, as it is; where it is
     * smaller by more than two standard errors, with these two added. In between the simulation is the better estimate.
     */
    private double spread(SampleMoments observed, boolean widened) {
        var simulated = SampleMoments.of(units);
        double ratio = variation(observed) / variation(simulated);
        if (!(ratio < 1)) {
            return widened && ratio <= Double.MAX_VALUE ? ratio : 1;
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
