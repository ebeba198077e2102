package io.streamgauge.topology.ingest;

import io.streamgauge.checks.PipelineCounts;
import io.streamgauge.topology.partial.Mark;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which number comes next from each producer of one partition? Producers number their records to a partition one by one. A number that
 * is passed over leaves a gap; if it comes later, that record is reordered; a number that is neither next nor in a gap has come before.
 * A producer that starts again may begin again with 0.
 *
 * <p>Bounded: the {@value PipelineCounts#MOST_PRODUCERS} producers that were heard last, and the {@value #MOST_GAPS} newest gaps of all of
 * them. What falls into an older gap counts as repeated. Mutable; lives in the store of its task.
 */
final class Sequences implements LiveValue {
    static final int MOST_GAPS = 256;

    /** Greatest number of each producer, the one heard last at the end. */
    final LinkedHashMap<String, Long> greatest = new LinkedHashMap<>();

    /** Oldest first. */
    final List<Gap> gaps = new ArrayList<>();

    /** Numbers that were passed over, both ends included, by a record of that pane; {@link Mark#UNKNOWN} if of none. */
    record Gap(String producer, long first, long last, long paneMs) {
        private boolean holds(String other, long number) {
            return producer.equals(other) && number >= first && number <= last;
        }
    }

    enum Kind {
        NEXT,
        REPEATED,
        REORDERED
    }

    /**
     * What a number tells.
     *
     * @param passedOver numbers between the greatest so far and this one
     * @param paneMs of the record that passed this one over; {@link Mark#UNKNOWN} if none did
     */
    record Step(Kind kind, long passedOver, long paneMs) {}

    private static final Step NEXT = new Step(Kind.NEXT, 0, Mark.UNKNOWN);
    private static final Step REPEATED = new Step(Kind.REPEATED, 0, Mark.UNKNOWN);

    /** @param paneMs start of the pane in which the record is counted */
    Step take(String producer, long number, long paneMs) {
        Long before = greatest.remove(producer);
        if (before == null || (number == 0 && before > 0)) {
            begin(producer, number);
            return NEXT;
        }
        greatest.put(producer, Math.max(before, number));
        if (number > before) {
            return number == before + 1 ? NEXT : passOver(new Gap(producer, before + 1, number - 1, paneMs));
        }
        return fill(producer, number);
    }

    private void begin(String producer, long number) {
        gaps.removeIf(gap -> gap.producer().equals(producer));
        greatest.put(producer, number);
        if (greatest.size() > PipelineCounts.MOST_PRODUCERS) {
            Iterator<Map.Entry<String, Long>> longestSilent =
                    greatest.entrySet().iterator();
            String forgotten = longestSilent.next().getKey();
            longestSilent.remove();
            gaps.removeIf(gap -> gap.producer().equals(forgotten));
        }
    }

    private Step passOver(Gap gap) {
        gaps.add(gap);
        if (gaps.size() > MOST_GAPS) {
            gaps.remove(0);
        }
        return new Step(Kind.NEXT, gap.last() - gap.first() + 1, Mark.UNKNOWN);
    }

    private Step fill(String producer, long number) {
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            if (gap.holds(producer, number)) {
                cut(i, gap, number);
                return new Step(Kind.REORDERED, 0, gap.paneMs());
            }
        }
        return REPEATED;
    }

    private void cut(int at, Gap gap, long number) {
        gaps.remove(at);
        if (number < gap.last()) {
            gaps.add(at, new Gap(gap.producer(), number + 1, gap.last(), gap.paneMs()));
        }
        if (number > gap.first()) {
            gaps.add(at, new Gap(gap.producer(), gap.first(), number - 1, gap.paneMs()));
        }
        if (gaps.size() > MOST_GAPS) {
            gaps.remove(0);
        }
    }
}
