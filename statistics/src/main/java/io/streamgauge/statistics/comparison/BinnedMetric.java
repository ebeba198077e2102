package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.inference.NullDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A metric on shared bins: numbers in the bins of its {@link Binning}, categories each in one of its own.
 *
 * @param formula from masses to the result
 * @param shrinkage of a distance; null for a test
 */
record BinnedMetric(
        MetricSpecification specification,
        String convention,
        Bins bins,
        Function<Masses, Measured> formula,
        @Nullable Shrinkage shrinkage)
        implements Metric {

    private static final int MOST_SIMULATED = 20_000;

    /**
     * How values become masses.
     *
     * @param binning of numbers; null if the metric is for categories only
     * @param missingIsBin missing, mistyped, NaN and infinities are bins of their own; else dropped
     * @param vocabulary only so many categories keep their name, as in the service; else all of both sides
     */
    record Bins(@Nullable Binning binning, boolean missingIsBin, boolean vocabulary) {}

    @Override
    public @Nullable String refusal(Sample reference) {
        return reference instanceof Numbers && bins.binning() == null
                ? specification.name() + " is for categorical features; on a numeric one it needs a binning, such as "
                        + specification.name() + ":binning=reference-quantile"
                : null;
    }

    @Override
    public Measured between(Sample reference, Sample current) {
        Samples.requireComparable(this, reference, current);
        if (counted(reference) == 0 || counted(current) == 0) {
            return Measured.UNDEFINED;
        }
        return formula.apply(masses(reference, current));
    }

    @Override
    public Measured streaming(Sample reference, Sample current) {
        Samples.requireComparable(this, reference, current);
        if (reference instanceof Categories known && current instanceof Categories seen) {
            List<Categories> pooled = Coarse.pooled(known, seen);
            return between(pooled.get(0), pooled.get(1));
        }
        if (bins.binning() == null || bins.binning().isFixedByReference()) {
            return between(reference, current);
        }
        var coarse = Coarse.of((Numbers) reference);
        return between(coarse.numbers((Numbers) reference), coarse.numbers((Numbers) current));
    }

    @Override
    public long counted(Sample sample) {
        boolean oddOnesCount = bins.binning() instanceof TfdvHistograms;
        long odd = sample instanceof Numbers numbers && oddOnesCount
                ? numbers.others().sum() - numbers.missing() - numbers.mistyped()
                : 0;
        return bins.missingIsBin() ? sample.rows() : sample.compared() + odd;
    }

    private Masses masses(Sample reference, Sample current) {
        return reference instanceof Numbers numbers
                ? numbers(numbers, (Numbers) current)
                : categories((Categories) reference, (Categories) current);
    }

    private Masses numbers(Numbers reference, Numbers current) {
        boolean empty =
                (reference.compared() == 0 || current.compared() == 0) && !(bins.binning() instanceof TfdvHistograms);
        // With nothing to choose edges by, the grid has an answer for each case; what is compared then are the bins
        // beside it.
        Binning binning = bins.binning() == null || empty ? Binnings.baseline(64) : bins.binning();
        Masses finite = binning.count(reference, current);
        return bins.missingIsBin()
                ? finite.andFilled(reference.others().counts(), current.others().counts())
                : finite;
    }

    private Masses categories(Categories reference, Categories current) {
        if (bins.vocabulary() && reference.counts().size() > Coarse.VOCABULARY) {
            List<Categories> pooled = Coarse.pooled(reference, current);
            return union(pooled.get(0), pooled.get(1));
        }
        return union(reference, current);
    }

    private Masses union(Categories reference, Categories current) {
        var values = new TreeSet<>(reference.counts().keySet());
        values.addAll(current.counts().keySet());
        var counted = new Masses(
                values.stream().mapToDouble(reference::countOf).toArray(),
                values.stream().mapToDouble(current::countOf).toArray());
        return bins.missingIsBin()
                ? counted.andFilled(
                        new long[] {reference.missing(), reference.mistyped()},
                        new long[] {current.missing(), current.mistyped()})
                : counted;
    }

    @Override
    public Optional<NullDistribution> nullDistribution(Sample reference) {
        if (shrinkage == null) {
            return Optional.empty();
        }
        if (counted(reference) == 0) {
            return Optional.of(NullDistribution.unknown(shrinkage));
        }
        double[] masses = masses(reference, reference).reference();
        if (masses.length > MOST_SIMULATED) {
            return Optional.of(NullDistribution.unknown(shrinkage));
        }
        // One empty bin more, for what the reference has never seen.
        long[] counts =
                Arrays.copyOf(Arrays.stream(masses).mapToLong(Math::round).toArray(), masses.length + 1);
        CountDistance onCounts = (a, b) -> {
            Double value = formula.apply(new Masses(doubles(a), doubles(b))).value();
            return value == null || value.isInfinite() ? 0 : Math.max(0, value);
        };
        return Optional.of(Calibration.ofIndependentRows(onCounts, shrinkage, counts, convention.hashCode()));
    }

    private static double[] doubles(long[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }
}
