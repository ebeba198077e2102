package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Evidence;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.FeatureSkew;
import io.streamgauge.checks.valueskew.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers what kind of bug a feature has. Of the explanations for two values that differ the first that fits is given, the
 * most specific come first; a default in place of nothing is told besides. A bug is named only if at least
 * {@link #LEAST_PAIRS} pairs differ, it explains nine in ten of them, and chance would not: values that hardly vary, or that
 * are frequent anyway, prove nothing.
 */
public final class Diagnoses {
    /** Fewer pairs can look like anything. */
    public static final int LEAST_PAIRS = 10;

    private static final List<Finder> FINDERS = List.of(
            new SwappedColumns(),
            new TextForms(),
            new ListOrder(),
            new ConstantValue(),
            new Rounding(),
            new HoursOfDay(),
            new ConstantOffset(),
            new ConstantRatio(),
            new Degrees(),
            new OtherColumn(),
            new Lag());

    private Diagnoses() {}

    /** The diagnoses, none if nothing fits. */
    public static List<Diagnosis> of(FeatureSkew skew) {
        Optional<Diagnosis> oneSided = oneSided(skew.counts());
        if (oneSided.isPresent()) {
            return List.of(oneSided.get());
        }
        Evidence evidence = skew.evidence();
        List<Mismatch> mismatches = evidence.mismatches();
        List<Diagnosis> found = new ArrayList<>();
        if (mismatches.size() >= LEAST_PAIRS) {
            Stream<Optional<Diagnosis>> answers =
                    FINDERS.stream().map(finder -> finder.find(mismatches, evidence.usual()));
            answers.flatMap(Optional::stream).findFirst().ifPresent(found::add);
        }
        DefaultForMissing.find(evidence.testOnly(), evidence.usual(), "serving", "training")
                .ifPresent(found::add);
        DefaultForMissing.find(evidence.baseOnly(), evidence.usual(), "training", "serving")
                .ifPresent(found::add);
        return List.copyOf(found);
    }

    /** The words of the diagnoses. */
    public static List<String> words(FeatureSkew skew) {
        return of(skew).stream().map(Diagnosis::words).toList();
    }

    private static Optional<Diagnosis> oneSided(FeatureCounts counts) {
        if (counts.baseCount() == 0 && counts.testOnly() > 0) {
            return Optional.of(new Diagnosis(BugKind.ONE_SIDED, 1, "training never has it"));
        }
        if (counts.testCount() == 0 && counts.baseOnly() > 0) {
            return Optional.of(new Diagnosis(BugKind.ONE_SIDED, 1, "serving never has it"));
        }
        return Optional.empty();
    }
}
