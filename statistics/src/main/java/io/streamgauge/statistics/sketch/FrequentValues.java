package io.streamgauge.statistics.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers which values came most often, without keeping more than a fixed number of them: the summary of Misra and Gries 1982
 * (doi:10.1016/0167-6423(82)90012-0), merged as in Agarwal et al. 2012 (doi:10.1145/2213556.2213562).
 *
 * <p><b>Guaranteed in any order, any split and any order of merges</b>, with N rows and k = capacity: a value's count is at
 * least {@code count} and at most {@code count + error}, where {@code error <= N / (k + 1)}; so each value with more than
 * {@code N / (k + 1)} rows is listed.
 *
 * <p><b>Not guaranteed:</b> which rarer values are listed, and the counts inside those bounds, depend on the order. (Nothing of
 * this size that names all frequent values can be free of order.) Equal inputs in equal order give equal results; where even
 * the order may differ, use the sample of {@link io.streamgauge.statistics.profile.UnseenValues}, which is free of it and whose
 * counts are exact, but which may miss a frequent value.
 *
 * <p>Mutable, not thread-safe.
 */
public final class FrequentValues {

    private final int capacity;
    private final Map<String, Long> counts = new HashMap<>();
    private long rows;
    private long error;

    /** @param capacity values to keep, at least 1 */
    public FrequentValues(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, got " + capacity);
        }
        this.capacity = capacity;
    }

    /**
     * A value that may be frequent.
     *
     * @param value the value
     * @param atLeast rows that it has for certain, at least 1
     * @param atMost rows that it can have
     */
    public record Frequent(String value, long atLeast, long atMost) {}

    /** Counts a value. */
    public void add(String value) {
        rows++;
        if (counts.containsKey(value) || counts.size() < capacity) {
            counts.merge(value, 1L, Long::sum);
        } else {
            take(1); // the new value is taken off against one row of each other
        }
    }

    private void take(long rowsOfEach) {
        error += rowsOfEach;
        counts.replaceAll((value, count) -> count - rowsOfEach);
        counts.values().removeIf(count -> count <= 0);
    }

    /**
     * Takes in all that {@code other} has seen.
     *
     * @throws IllegalArgumentException if the capacities differ
     */
    public void mergeFrom(FrequentValues other) {
        if (capacity != other.capacity) {
            throw new IllegalArgumentException(
                    "frequent values of capacity " + capacity + " and " + other.capacity + " do not merge");
        }
        var theirs = Map.copyOf(other.counts);
        long theirError = other.error;
        rows += other.rows;
        theirs.forEach((value, count) -> counts.merge(value, count, Long::sum));
        error += theirError;
        if (counts.size() > capacity) {
            long[] sorted =
                    counts.values().stream().mapToLong(count -> count).sorted().toArray();
            take(sorted[sorted.length - 1 - capacity]);
        }
    }

    /** What is listed, by falling count, then by value. */
    public List<Frequent> frequent() {
        var listed = new ArrayList<Frequent>();
        counts.forEach((value, count) -> listed.add(new Frequent(value, count, count + error)));
        listed.sort(Comparator.comparingLong(Frequent::atLeast).reversed().thenComparing(Frequent::value));
        return List.copyOf(listed);
    }

    /** All rows that were counted. */
    public long rows() {
        return rows;
    }

    /** By how much a count can be too small; a value that is not listed has at most this many rows. */
    public long error() {
        return error;
    }

    @Override
    public String toString() {
        return "FrequentValues" + Arrays.toString(frequent().stream().limit(3).toArray());
    }
}
