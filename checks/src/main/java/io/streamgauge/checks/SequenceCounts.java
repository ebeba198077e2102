package io.streamgauge.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What became of the records of one producer that numbers them. Exact, and so mergeable in any order.
 *
 * @param received records with a number, whatever became of them
 * @param lost numbers that were passed over and had not come when their pane was complete
 * @param repeated records whose number had come before
 * @param reordered records that came behind one with a greater number
 * @param evidence the first records that told of something lost, repeated or reordered, one each, by partition and offset
 */
public record SequenceCounts(long received, long lost, long repeated, long reordered, List<OffsetRange> evidence) {
    private static final Comparator<OffsetRange> BY_PLACE = Comparator.comparing(OffsetRange::topic)
            .thenComparingInt(OffsetRange::partition)
            .thenComparingLong(OffsetRange::firstOffset);

    public static final SequenceCounts NONE = new SequenceCounts(0, 0, 0, 0, List.of());

    /** Coordinates that are kept of each producer. */
    public static final int MOST_EVIDENCE = 5;

    public SequenceCounts {
        evidence = evidence.stream().sorted(BY_PLACE).limit(MOST_EVIDENCE).toList();
    }

    /** Both together. */
    public SequenceCounts plus(SequenceCounts other) {
        var both = new ArrayList<>(evidence);
        both.addAll(other.evidence);
        return new SequenceCounts(
                received + other.received,
                lost + other.lost,
                repeated + other.repeated,
                reordered + other.reordered,
                both);
    }

    /** Records that were sent, as far as their numbers tell. */
    long sent() {
        return received - repeated + lost;
    }
}
