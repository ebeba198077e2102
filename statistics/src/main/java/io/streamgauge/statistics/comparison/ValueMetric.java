package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.inference.NullDistribution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A metric on the finite values of a numeric feature. */
record ValueMetric(MetricSpecification specification, String convention, ValueTest test) implements Metric {

    @Override
    public @Nullable String refusal(Sample reference) {
        return reference instanceof Numbers
                ? null
                : specification.name() + " is for numeric features: categories have no order";
    }

    @Override
    public long counted(Sample sample) {
        return sample.compared();
    }

    @Override
    public Measured between(Sample reference, Sample current) {
        Samples.requireComparable(this, reference, current);
        return reference.compared() == 0 || current.compared() == 0
                ? Measured.UNDEFINED
                : test.of((Numbers) reference, (Numbers) current);
    }

    @Override
    public Measured streaming(Sample reference, Sample current) {
        Samples.requireComparable(this, reference, current);
        var coarse = Coarse.of((Numbers) reference);
        return reference.compared() == 0 || current.compared() == 0
                ? Measured.UNDEFINED
                : test.streaming(coarse.binned((Numbers) reference), coarse.binned((Numbers) current));
    }

    /** Simulated on the grid of the reference: how a distance varies hardly depends on where in a bin its values are. */
    @Override
    public Optional<NullDistribution> nullDistribution(Sample reference) {
        Shrinkage shrinkage = test.shrinkage();
        if (shrinkage == null) {
            return Optional.empty();
        }
        if (reference.compared() == 0) {
            return Optional.of(NullDistribution.unknown(shrinkage));
        }
        var coarse = Coarse.of((Numbers) reference);
        CountDistance onCounts = (a, b) -> test.distance(coarse.counted(a), coarse.counted(b));
        long[] counts = coarse.counts((Numbers) reference);
        return Optional.of(Calibration.ofIndependentRows(onCounts, shrinkage, counts, convention.hashCode()));
    }
}
