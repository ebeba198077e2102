package io.streamgauge.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.statistics.profile.CategoryKey;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many events have an id that another event of the same interval has, too? Of the hashes of their ids the {@value #MOST} smallest are
 * kept, each with its number of events: up to that many ids the answer is exact, beyond it is that of a sample of the ids. A function of
 * what was counted: order, repetition of a merge partner's ids in the other one, and where the data were cut change nothing.
 *
 * @param events by the hash of the id; not negative
 */
public record RepeatedIds(SortedMap<Long, Long> events) {
    /** Ids that are kept: some ten kilobytes. */
    public static final int MOST = 1024;

    public static final RepeatedIds NONE = new RepeatedIds(new TreeMap<>());

    public RepeatedIds {
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    }

    /** Events of the ids that were kept. */
    public long counted() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The share of the events that repeat an id, in [0, 1); 0 without events. */
    public double share() {
        long counted = counted();
        return counted == 0 ? 0 : (double) (counted - events.size()) / counted;
    }

    /** Both together. */
    public RepeatedIds plus(RepeatedIds other) {
        if (events.isEmpty() || other.events.isEmpty()) {
            return events.isEmpty() ? other : this;
        }
        var sum = new TreeMap<>(events);
        other.events.forEach((hash, more) -> sum.merge(hash, more, Long::sum));
        while (sum.size() > MOST) {
            sum.pollLastEntry();
        }
        return new RepeatedIds(sum);
    }

    /** A hash of an id whose bits look like fair coins, not negative. */
    public static long hash(String id) {
        byte[] utf8 = id.getBytes(UTF_8);
        return CategoryKey.hash(utf8, 0, utf8.length) >>> 1;
    }

    /** Adds a hash to a map that becomes the events of such a record. @return whether it is kept and was there before */
    public static boolean add(NavigableMap<Long, Long> kept, long hash) {
        if (kept.size() == MOST && hash > kept.lastKey()) {
            return false;
        }
        boolean repeated = kept.merge(hash, 1L, Long::sum) > 1;
        if (kept.size() > MOST) {
            kept.pollLastEntry();
        }
        return repeated;
    }
}
