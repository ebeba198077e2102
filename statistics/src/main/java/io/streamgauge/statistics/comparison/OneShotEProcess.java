package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.inference.EProcess;
import io.streamgauge.statistics.inference.NullDistribution;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of an {@link EProcess} whose only window is the current sample, on the bins of the baseline: ln of an e-value, with the
 * p-value that it is the inverse of. Rows count as independent. For two files that is a test among others; where it is at home is a stream.
 *
 * @param floor the smallest drift to be found
 */
record OneShotEProcess(MetricSpecification specification, String convention, double floor) implements Metric {

    /** Without meaning here, as nothing follows the first window. */
    private static final double RUN_LENGTH = 1000;

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
        Layout layout = reference instanceof Numbers numbers
                ? numbers.grid()
                : Vocabulary.of(Coarse.mostFrequent((Categories) reference));
        var settings = new EProcess.Settings(RUN_LENGTH, floor);
        var detector = EProcess.ofIndependentRows(layout, counts(reference, reference, layout), settings);
        EProcess.Step step = detector.step(detector.start(), counts(reference, current, layout));
        return Measured.of(step.logEvidence(), step.pValue());
    }

    @Override
    public Measured streaming(Sample reference, Sample current) {
        return between(reference, current); // counts on these bins are what profiles keep
    }

    @Override
    public Optional<NullDistribution> nullDistribution(Sample reference) {
        return Optional.empty();
    }

    private static long[] counts(Sample reference, Sample sample, Layout layout) {
        var counts = new long[layout.bins()];
        if (sample instanceof Numbers numbers) {
            long[] finite = Coarse.of((Numbers) reference).counts(numbers);
            long[] others = numbers.others().counts();
            System.arraycopy(finite, 0, counts, 0, finite.length);
            System.arraycopy(others, 0, counts, finite.length, others.length);
            return counts;
        }
        var vocabulary = (Vocabulary) layout;
        var categories = (Categories) sample;
        for (Map.Entry<String, Long> entry : categories.counts().entrySet()) {
            int index = vocabulary.indexOf(entry.getKey());
            counts[index < 0 ? vocabulary.size() : index] += entry.getValue();
        }
        counts[vocabulary.size() + 1] = categories.missing();
        counts[vocabulary.size() + 2] = categories.mistyped();
        return counts;
    }
}
