package io.streamgauge.topology.assess;

import io.streamgauge.checks.PairedWindow;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Window;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.PairSample;
import io.streamgauge.checks.valueskew.SideCounts;
import io.streamgauge.topology.partial.SkewPartial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Adds up what the tasks of the join found in the panes of a window. */
final class PairMerge {
    /** So many of a window's pairs are looked at for what kind of bug it is. */
    private static final int MOST_SAMPLES = 2_000;

    private PairMerge() {}

    static PairedWindow of(Subject subject, Window window, int features, List<SkewPartial> partials) {
        var counts = new ArrayList<>(Collections.nCopies(features, new FeatureCounts(0, 0, 0, 0, 0)));
        List<Long> latencies = new ArrayList<>();
        List<PairSample> samples = new ArrayList<>();
        long pairs = 0;
        SideCounts serving = SideCounts.NONE;
        SideCounts training = SideCounts.NONE;
        for (SkewPartial partial : partials) {
            for (int i = 0; i < features; i++) {
                counts.set(i, counts.get(i).plus(partial.counts().get(i)));
            }
            for (int k = 0; k < partial.latencies().size(); k++) {
                long more = partial.latencies().get(k);
                if (k < latencies.size()) {
                    latencies.set(k, latencies.get(k) + more);
                } else {
                    latencies.add(more);
                }
            }
            pairs += partial.pairs();
            serving = serving.plus(partial.serving());
            training = training.plus(partial.training());
            samples.addAll(partial.samples());
        }
        Collections.sort(samples);
        return new PairedWindow(
                subject,
                window,
                counts,
                pairs,
                serving,
                training,
                latencies,
                samples.subList(0, Math.min(samples.size(), MOST_SAMPLES)));
    }
}
