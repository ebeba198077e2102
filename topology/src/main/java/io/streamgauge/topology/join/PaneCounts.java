package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.Outcome;
import io.streamgauge.checks.valueskew.SideCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts of one pane. Mutable. */
final class PaneCounts implements JoinValue {
    static final int LATENCIES = 45;

    /** By feature, then by code of the outcome. */
    final long[] outcomes;

    final long[] latencies = new long[LATENCIES];
    long pairs;
    SideCounts serving = SideCounts.NONE;
    SideCounts training = SideCounts.NONE;
    long announced = -1;

    PaneCounts(int features) {
        this(new long[features * Outcome.values().length]);
    }

    private PaneCounts(long[] outcomes) {
        this.outcomes = outcomes;
    }

    /** @param counters of all features together */
    static PaneCounts ofCounters(int counters) {
        return new PaneCounts(new long[counters]);
    }

    /** @param sign -1 takes a pair back */
    void pair(byte[] ofFeatures, long apartMs, int sign) {
        pairs += sign;
        latencies[Long.SIZE - Long.numberOfLeadingZeros(Math.min(apartMs, (1L << (LATENCIES - 1)) - 1))] += sign;
        int kinds = Outcome.values().length;
        for (int i = 0; i < ofFeatures.length; i++) {
            outcomes[i * kinds + ofFeatures[i]] += sign;
        }
    }

    List<FeatureCounts> features() {
        int kinds = Outcome.values().length;
        List<FeatureCounts> counts = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i += kinds) {
            long bothEmpty = outcomes[i + Outcome.BOTH_EMPTY.code()];
            counts.add(new FeatureCounts(
                    outcomes[i + Outcome.MATCH.code()] + bothEmpty,
                    outcomes[i + Outcome.MISMATCH.code()],
                    outcomes[i + Outcome.BASE_ONLY.code()],
                    outcomes[i + Outcome.TEST_ONLY.code()],
                    bothEmpty));
        }
        return counts;
    }

    List<Long> latencyList() {
        return Arrays.stream(latencies).boxed().toList();
    }
}
