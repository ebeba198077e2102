package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.inference.NullDistribution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers how far a current sample is from a reference: one metric with all of its parameters settled. Immutable and safe for
 * use by any thread.
 */
public interface Metric {

    /** What the user wrote. */
    MetricSpecification specification();

    /** Every parameter and what it came to, so that a reader can recompute the number: {@code "binning=baseline,bins=64"}. */
    String convention();

    /** Why the metric cannot compare samples like this one, in one line; null if it can. */
    @Nullable
    String refusal(Sample reference);

    /** The rows of a sample that take part. */
    long counted(Sample sample);

    /**
     * The metric, exactly, from raw values.
     *
     * @throws IllegalArgumentException if the samples are of different types, or {@link #refusal} says so
     */
    Measured between(Sample reference, Sample current);

    /**
     * The metric as a stream would have it, from profiles on bins that were chosen by the reference alone. How far this is from
     * {@link #between}: see {@link Coarse}.
     */
    Measured streaming(Sample reference, Sample current);

    /**
     * How the value varies when nothing has changed, for independent rows; empty for a test statistic, which brings a p-value
     * of its own.
     */
    Optional<NullDistribution> nullDistribution(Sample reference);
}
