package io.streamgauge.checks.valueskew;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts of one feature as pairs come in, and a bounded sample of them. */
final class FeatureTally {
    private static final int MOST_EVIDENCE = 500;

    private final String feature;
    private final List<Mismatch> differing = new ArrayList<>();
    private final List<Value> usual = new ArrayList<>();
    private boolean seen;
    private long match;
    private long mismatch;
    private long baseOnly;
    private long testOnly;
    private long bothEmpty;

    FeatureTally(String feature) {
        this.feature = feature;
    }

    /** Whether any row had the field at all, be it empty. */
    boolean seen() {
        return seen;
    }

    void add(Value base, Value test, Comparison comparison, Supplier<Mismatch> evidence) {
        seen = seen || !(base instanceof Value.Absent) || !(test instanceof Value.Absent);
        switch (Outcome.of(base, test, comparison)) {
            case NOTHING -> {}
            case MATCH -> {
                match++;
                if (usual.size() < MOST_EVIDENCE) {
                    usual.add(base);
                }
            }
            case BOTH_EMPTY -> {
                match++;
                bothEmpty++;
            }
            case MISMATCH -> keep(mismatch++, evidence);
            case BASE_ONLY -> keep(baseOnly++, evidence);
            case TEST_ONLY -> keep(testOnly++, evidence);
        }
    }

    private void keep(long earlier, Supplier<Mismatch> evidence) {
        if (earlier < MOST_EVIDENCE) {
            differing.add(evidence.get());
        }
    }

    FeatureSkew skew() {
        var counts = new FeatureCounts(match, mismatch, baseOnly, testOnly, bothEmpty);
        return new FeatureSkew(feature, counts, new Evidence(differing, usual));
    }
}
