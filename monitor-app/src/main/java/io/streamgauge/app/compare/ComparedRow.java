package io.streamgauge.app.compare;

import io.streamgauge.statistics.inference.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one feature. Numbers that are not defined are null, never NaN.
 *
 * @param metric the specification as it was given
 * @param convention every parameter and what it came to
 * @param value infinite only where the convention says so (psi without a zero fill)
 * @param pValue of the metric's own test, else of the calibrated null distribution
 * @param threshold of the value; of the p-value where a convention's limit is one
 * @param detectableEffect the true value that would be found with probability 0.8 at these sizes
 */
public record ComparedRow(
        FeaturePair pair,
        String metric,
        String convention,
        @Nullable Double value,
        @Nullable Double pValue,
        @Nullable Double threshold,
        Verdict verdict,
        @Nullable Double detectableEffect,
        long nReference,
        long nCurrent) {

    ComparedRow withVerdict(Verdict judged) {
        return new ComparedRow(
                pair, metric, convention, value, pValue, threshold, judged, detectableEffect, nReference, nCurrent);
    }
}
