package io.streamgauge.topology.assess;

import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.PipelineCounts;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.checks.Traffic;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.topology.partial.PipelineCountsFormat;
import io.streamgauge.topology.partial.RuleCountsFormat;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * What became of the records of one or more panes, over all partitions, and where they lie.
 *
 * @param evidence one range for each partition that contributed, in partition order; those of the first {@value #MOST_RANGES}
 * @param busy of one pane, in which of its slots there were events; of several none
 * @param partitions of one pane, one bit for each partition that contributed; of several none
 */
record PaneSummary(
        long profiled,
        long late,
        long rejected,
        long newestEventMs,
        List<OffsetRange> evidence,
        RuleCounts rules,
        Occupancy busy,
        Occupancy partitions,
        PipelineCounts pipeline) {
    static final PaneSummary NOTHING = new PaneSummary(
            0, 0, 0, Traffic.NEVER, List.of(), RuleCounts.NONE, Occupancy.NONE, Occupancy.NONE, PipelineCounts.NONE);

    private static final int MOST_RANGES = 64;
    private static final int VERSION = 1;

    PaneSummary {
        evidence = List.copyOf(evidence);
    }

    static PaneSummary of(TrafficPartial partial) {
        List<OffsetRange> evidence = partial.firstOffset() < 0
                ? List.of()
                : List.of(new OffsetRange(
                        partial.from().topic(),
                        partial.from().partition(),
                        partial.firstOffset(),
                        partial.lastOffset()));
        return new PaneSummary(
                partial.profiled(),
                partial.late(),
                partial.rejected(),
                partial.newestEventMs(),
                evidence,
                partial.rules(),
                partial.busy(),
                evidence.isEmpty() ? Occupancy.NONE : only(partial.from().partition()),
                partial.pipeline());
    }

    private static Occupancy only(int partition) {
        var bits = new BitSet();
        bits.set(partition);
        return Occupancy.of(bits);
    }

    /** Both together; the order does not matter. Of the same pane, or both of a time when nobody asks for slots any more. */
    PaneSummary plus(PaneSummary other) {
        var ranges = new TreeMap<Integer, OffsetRange>();
        evidence.forEach(range -> ranges.put(range.partition(), range));
        other.evidence.forEach(range -> ranges.merge(range.partition(), range, PaneSummary::span));
        return new PaneSummary(
                profiled + other.profiled,
                late + other.late,
                rejected + other.rejected,
                Math.max(newestEventMs, other.newestEventMs),
                ranges.values().stream().limit(MOST_RANGES).toList(),
                rules.plus(other.rules),
                busy.or(other.busy),
                partitions.or(other.partitions),
                pipeline.plus(other.pipeline));
    }

    private static OffsetRange span(OffsetRange a, OffsetRange b) {
        return new OffsetRange(
                a.topic(),
                a.partition(),
                Math.min(a.firstOffset(), b.firstOffset()),
                Math.max(a.lastOffset(), b.lastOffset()));
    }

    /** Without the slots and partitions, which are of one pane alone. */
    byte[] toBytes() {
        var out = new StateWriter().tag(VERSION);
        out.number(profiled).number(late).number(rejected).number(newestEventMs).number(evidence.size());
        evidence.forEach(range -> out.text(range.topic())
                .number(range.partition())
                .number(range.firstOffset())
                .number(range.lastOffset()));
        RuleCountsFormat.write(out, rules);
        PipelineCountsFormat.write(out, pipeline);
        return out.toBytes();
    }

    static PaneSummary of(byte[] bytes) {
        var in = new StateReader(bytes, "a summary of panes").expectVersion(VERSION);
        long profiled = in.number();
        long late = in.number();
        long rejected = in.number();
        long newestEventMs = in.number();
        var evidence = new ArrayList<OffsetRange>();
        for (int left = in.integer(); left > 0; left--) {
            evidence.add(new OffsetRange(in.text(), in.integer(), in.number(), in.number()));
        }
        return new PaneSummary(
                profiled,
                late,
                rejected,
                newestEventMs,
                evidence,
                RuleCountsFormat.readIfAny(in),
                Occupancy.NONE,
                Occupancy.NONE,
                PipelineCountsFormat.readIfAny(in));
    }
}
