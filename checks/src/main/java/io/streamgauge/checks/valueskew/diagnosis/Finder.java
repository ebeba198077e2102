package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import java.util.List;
import java.util.Optional;

/** Does one kind of bug explain the pairs with two values that differ? Pure; empty rather than a guess. */
@FunctionalInterface
interface Finder {
    /** A bug is named if it explains so many of the pairs: the rest may be another bug, or noise. */
    double LEAST_SHARE = 0.9;

    /**
     * @param mismatches at least {@link Diagnoses#LEAST_PAIRS}, with values on both sides
     * @param usual values on which both sides agreed
     */
    Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual);
}
