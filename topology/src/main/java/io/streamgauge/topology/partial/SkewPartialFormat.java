package io.streamgauge.topology.partial;

import io.streamgauge.checks.Window;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.SideCounts;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** {@link SkewPartial} as bytes, behind the header and the pane. */
final class SkewPartialFormat {
    private SkewPartialFormat() {}

    static void write(StateWriter out, SkewPartial partial) {
        out.number(partial.counts().size());
        for (FeatureCounts counts : partial.counts()) {
            out.number(counts.match()).number(counts.mismatch()).number(counts.baseOnly());
            out.number(counts.testOnly()).number(counts.bothEmpty());
        }
        out.number(partial.pairs());
        side(out, partial.serving());
        side(out, partial.training());
        out.number(partial.latencies().size());
        partial.latencies().forEach(out::number);
        PairSampleFormat.write(out, partial.samples());
    }

    static SkewPartial read(StateReader in, SourcePartition from, Window pane) {
        List<FeatureCounts> counts = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            counts.add(new FeatureCounts(in.number(), in.number(), in.number(), in.number(), in.number()));
        }
        long pairs = in.number();
        SideCounts serving = side(in);
        SideCounts training = side(in);
        List<Long> latencies = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            latencies.add(in.number());
        }
        return new SkewPartial(from, pane, counts, pairs, serving, training, latencies, PairSampleFormat.read(in));
    }

    private static void side(StateWriter out, SideCounts side) {
        out.number(side.unmatched()).number(side.ambiguous());
    }

    private static SideCounts side(StateReader in) {
        return new SideCounts(in.number(), in.number());
    }
}
