package io.streamgauge.checks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many events broke which rule. Exact, and so mergeable in any order.
 *
 * @param quarantined events that were rejected for it; they are in no profile
 * @param broken by the id of the rule; rules that no event broke are absent
 */
public record RuleCounts(long quarantined, SortedMap<String, Broken> broken) {
    public static final RuleCounts NONE = new RuleCounts(0, new TreeMap<>());

    /** Coordinates that are kept for each rule. */
    public static final int MOST_EVIDENCE = 5;

    public RuleCounts {
        broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    }

    /**
     * @param events how many broke the rule
     * @param evidence where the first of them lie, one each, by partition and offset
     */
    public record Broken(long events, List<OffsetRange> evidence) {
        private static final Comparator<OffsetRange> BY_PLACE =
                Comparator.comparingInt(OffsetRange::partition).thenComparingLong(OffsetRange::firstOffset);

        public static final Broken NEVER = new Broken(0, List.of());

        public Broken {
            evidence = evidence.stream().sorted(BY_PLACE).limit(MOST_EVIDENCE).toList();
        }

        Broken plus(Broken other) {
            var both = new ArrayList<>(evidence);
            both.addAll(other.evidence);
            return new Broken(events + other.events, both);
        }
    }

    /** How often the rule of that id was broken. */
    public Broken of(String id) {
        return broken.getOrDefault(id, Broken.NEVER);
    }

    /** Both together; the order does not matter. */
    public RuleCounts plus(RuleCounts other) {
        var sum = new TreeMap<>(broken);
        other.broken.forEach((id, more) -> sum.merge(id, more, Broken::plus));
        return new RuleCounts(quarantined + other.quarantined, sum);
    }
}
