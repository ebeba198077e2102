package io.streamgauge.topology.ingest;

import io.streamgauge.checks.DuplicateCheck;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.RepeatedIds;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.schemas.event.NewColumn;
import io.streamgauge.schemas.rule.EventChecks;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts, within one pane of one partition, the events that broke a rule. Offsets come in rising order, so that the first few that
 * are seen are the smallest. Mutable; lives in the store of its task.
 */
final class RuleTally {
    private long quarantined;
    private final Map<String, Broken> broken = new HashMap<>();
    private final TreeMap<Long, Long> ids = new TreeMap<>();

    private static final class Broken {
        private long events;
        private final List<OffsetRange> evidence = new ArrayList<>(RuleCounts.MOST_EVIDENCE);
    }

    void quarantined() {
        quarantined++;
    }

    /**
     * Counts the rules that an event broke.
     *
     * @param rules how many
     * @param column that nobody expected, if it has one
     * @param slices that the event counts in, too
     */
    void broken(
            EventChecks checks,
            int rules,
            @Nullable NewColumn column,
            List<String> slices,
            SourcePartition from,
            long offset) {
        for (int i = 0; i < rules; i++) {
            String id = checks.broken(i).id();
            broken(id, from, offset);
            slices.forEach(slice -> broken(RuleCounts.inSlice(id, slice), from, offset));
        }
        if (column != null) {
            column(column, from, offset);
        }
        if (checks.quarantine() != null) {
            slices.forEach(slice -> broken(RuleCounts.inSlice(RuleCounts.QUARANTINED, slice), from, offset));
        }
    }

    private void broken(String id, SourcePartition from, long offset) {
        Broken counted = broken.computeIfAbsent(id, first -> new Broken());
        counted.events++;
        if (counted.evidence.size() < RuleCounts.MOST_EVIDENCE) {
            counted.evidence.add(new OffsetRange(from.topic(), from.partition(), offset, offset));
        }
    }

    /** Of very many in one pane the first. */
    private void column(NewColumn column, SourcePartition from, long offset) {
        String id = RuleCounts.column(column.name(), column.type());
        if (broken.containsKey(id)
                || broken.keySet().stream().filter(RuleCounts::isColumn).count() < RuleCounts.MOST_COLUMNS) {
            broken(id, from, offset);
        }
    }

    /** Counts the id of an event. */
    void id(String id, SourcePartition from, long offset) {
        if (RepeatedIds.add(ids, RepeatedIds.hash(id))) {
            broken(DuplicateCheck.RULE, from, offset);
        }
    }

    RuleCounts counts() {
        if (quarantined == 0 && broken.isEmpty() && ids.isEmpty()) {
            return RuleCounts.NONE;
        }
        var counts = new TreeMap<String, RuleCounts.Broken>();
        broken.forEach((id, counted) -> counts.put(id, new RuleCounts.Broken(counted.events, counted.evidence)));
        return new RuleCounts(quarantined, counts, ids.isEmpty() ? RepeatedIds.NONE : new RepeatedIds(ids));
    }

    static RuleTally of(RuleCounts counts) {
        var tally = new RuleTally();
        tally.quarantined = counts.quarantined();
        tally.ids.putAll(counts.ids().events());
        counts.broken().forEach((id, broken) -> {
            var counted = new Broken();
            counted.events = broken.events();
            counted.evidence.addAll(broken.evidence());
            tally.broken.put(id, counted);
        });
        return tally;
    }
}
