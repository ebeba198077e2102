package io.streamgauge.checks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many events broke which rule. Exact, and so mergeable in any order.
 *
 * @param quarantined events that were rejected for it; they are in no profile
 * @param broken by the id of the rule, of all events or {@linkplain #inSlice of those in a slice}; rules that no event broke are absent
 * @param ids which ids came again; empty if nobody asks
 */
public record RuleCounts(long quarantined, SortedMap<String, Broken> broken, RepeatedIds ids) {
    public static final RuleCounts NONE = new RuleCounts(0, new TreeMap<>());

    /** Stands for the rule under which the quarantined events of a slice are counted. */
    public static final String QUARANTINED = "(quarantined)";

    private static final char SEPARATOR = '\u001f'; // in no name of a rule, feature or slice

    /** New columns that one partition counts in one pane. */
    public static final int MOST_COLUMNS = 8;

    private static final String COLUMN = "(column) ";

    /** Coordinates that are kept for each rule. */
    public static final int MOST_EVIDENCE = 5;

    /** Where ids are not counted. */
    public RuleCounts(long quarantined, SortedMap<String, Broken> broken) {
        this(quarantined, broken, RepeatedIds.NONE);
    }

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

    /** The id under which events of one slice are counted. */
    public static String inSlice(String id, String slice) {
        return id + SEPARATOR + slice;
    }

    /** The id under which a new column is counted. */
    public static String column(String name, String type) {
        return COLUMN + type + " " + name;
    }

    public static boolean isColumn(String id) {
        return id.startsWith(COLUMN);
    }

    /** The words of a schema for the types of the new columns, by name. */
    SortedMap<String, String> columns() {
        var columns = new TreeMap<String, String>();
        broken.keySet().stream()
                .filter(RuleCounts::isColumn)
                .map(id -> id.substring(COLUMN.length()).split(" ", 2))
                .forEach(column -> columns.put(column[1], column[0]));
        return columns;
    }

    /** The counts of one slice alone, which are in those of all events, too. */
    public RuleCounts ofSlice(String slice) {
        String end = SEPARATOR + slice;
        var own = new TreeMap<String, Broken>();
        broken.forEach((id, counted) -> {
            if (id.endsWith(end)) {
                own.put(id.substring(0, id.length() - end.length()), counted);
            }
        });
        Broken kept = own.remove(QUARANTINED);
        return new RuleCounts(kept == null ? 0 : kept.events(), own);
    }

    /** Whether a detector found something in the texts of the feature. */
    boolean heldSecrets(@Nullable String feature) {
        return broken.keySet().stream().anyMatch(id -> id.startsWith("text:") && id.endsWith(" " + feature));
    }

    /** How often the rule of that id was broken. */
    public Broken of(String id) {
        return broken.getOrDefault(id, Broken.NEVER);
    }

    /** Both together; the order does not matter. */
    public RuleCounts plus(RuleCounts other) {
        var sum = new TreeMap<>(broken);
        other.broken.forEach((id, more) -> sum.merge(id, more, Broken::plus));
        return new RuleCounts(quarantined + other.quarantined, sum, ids.plus(other.ids));
    }
}
