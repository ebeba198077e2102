package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.EffectSize;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.inference.Calibration;
import io.streamgauge.statistics.inference.NullDistribution;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * {@link EffectSize} of two samples: on the bins that a baseline of the reference has, as in the service. Its exact form is its
 * streaming form.
 */
record EffectSizeMetric(MetricSpecification specification) implements Metric {

    @Override
    public String convention() {
        return EffectSize.CONVENTION;
    }

    @Override
    public @Nullable String refusal(Sample reference) {
        return null;
    }

    @Override
    public long counted(Sample sample) {
        return sample.rows();
    }

    @Override
    public Measured between(Sample reference, Sample current) {
        Samples.requireComparable(this, reference, current);
        if (reference.rows() == 0 || current.rows() == 0) {
            return Measured.UNDEFINED;
        }
        long[] before = counts(reference, reference);
        return Measured.of(distance(reference, before).between(before, counts(reference, current)));
    }

    @Override
    public Measured streaming(Sample reference, Sample current) {
        return between(reference, current);
    }

    @Override
    public Optional<NullDistribution> nullDistribution(Sample reference) {
        if (reference.rows() == 0) {
            return Optional.of(NullDistribution.unknown(Shrinkage.SQUARE_ROOT));
        }
        long[] counts = counts(reference, reference);
        CountDistance distance = distance(reference, counts);
        long seed = EffectSize.NAME.hashCode();
        return Optional.of(
                reference instanceof Categories categories
                        ? Calibration.ofIndependentCategories(
                                distance, Shrinkage.SQUARE_ROOT, counts, known(categories), seed)
                        : Calibration.ofIndependentRows(distance, Shrinkage.SQUARE_ROOT, counts, seed));
    }

    private static int known(Categories reference) {
        return Coarse.mostFrequent(reference).size();
    }

    private static CountDistance distance(Sample reference, long[] counts) {
        return reference instanceof Numbers numbers
                ? EffectSize.ofNumbers(numbers.grid().edgeCount() + 1, counts)
                : EffectSize.ofCategories(known((Categories) reference), counts);
    }

    /** The counts that a profile with the layout of the reference's baseline has. */
    private static long[] counts(Sample reference, Sample sample) {
        return reference instanceof Numbers numbers
                ? joined(
                        Coarse.of(numbers).counts((Numbers) sample),
                        ((Numbers) sample).others().counts())
                : counts(Coarse.mostFrequent((Categories) reference), (Categories) sample);
    }

    private static long[] counts(List<String> known, Categories sample) {
        long[] named = known.stream().mapToLong(sample::countOf).toArray();
        long unseen = sample.compared() - LongStream.of(named).sum();
        return joined(named, unseen, sample.missing(), sample.mistyped());
    }

    private static long[] joined(long[] first, long... second) {
        return LongStream.concat(LongStream.of(first), LongStream.of(second)).toArray();
    }
}
