package io.streamgauge.topology.partial;

import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.RepeatedIds;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.TreeMap;

/** {@link RuleCounts} as the last part of a larger value. */
public final class RuleCountsFormat {
    private static final int VERSION = 1;

    private RuleCountsFormat() {}

    /** On their own, behind a version; no bytes if there are none. */
    public static byte[] toBytes(RuleCounts counts) {
        if (counts.equals(RuleCounts.NONE)) {
            return new byte[0];
        }
        var out = new StateWriter().tag(VERSION);
        write(out, counts);
        return out.toBytes();
    }

    /** What {@link #toBytes} wrote. */
    public static RuleCounts of(byte[] bytes) {
        return bytes.length == 0
                ? RuleCounts.NONE
                : read(new StateReader(bytes, "the broken rules of a pane").expectVersion(VERSION));
    }

    public static void write(StateWriter out, RuleCounts counts) {
        out.number(counts.quarantined()).number(counts.broken().size());
        counts.broken().forEach((id, broken) -> {
            out.text(id).number(broken.events()).number(broken.evidence().size());
            broken.evidence()
                    .forEach(place -> out.text(place.topic())
                            .number(place.partition())
                            .number(place.firstOffset())
                            .number(place.lastOffset()));
        });
        out.number(counts.ids().events().size());
        counts.ids().events().forEach((hash, events) -> out.number(hash).number(events));
    }

    /** As {@link #read}, of state that an earlier release may have written. */
    public static RuleCounts readIfAny(StateReader in) {
        return in.hasMore() ? read(in) : RuleCounts.NONE;
    }

    public static RuleCounts read(StateReader in) {
        long quarantined = in.number();
        var broken = new TreeMap<String, RuleCounts.Broken>();
        for (int left = in.integer(); left > 0; left--) {
            String id = in.text();
            long events = in.number();
            var evidence = new ArrayList<OffsetRange>();
            for (int places = in.integer(); places > 0; places--) {
                evidence.add(new OffsetRange(in.text(), in.integer(), in.number(), in.number()));
            }
            broken.put(id, new RuleCounts.Broken(events, evidence));
        }
        return new RuleCounts(quarantined, broken, ids(in));
    }

    /** State of an earlier release ends before them. */
    private static RepeatedIds ids(StateReader in) {
        var events = new TreeMap<Long, Long>();
        for (int left = in.hasMore() ? in.integer() : 0; left > 0; left--) {
            events.put(in.number(), in.number());
        }
        return events.isEmpty() ? RepeatedIds.NONE : new RepeatedIds(events);
    }
}
