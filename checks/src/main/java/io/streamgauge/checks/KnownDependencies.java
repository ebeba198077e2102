package io.streamgauge.checks;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a source's events have depended on so far.
 *
 * @param lastSeenMs by dependency, the end of the last window that it was in; the {@value #MOST} seen last
 */
public record KnownDependencies(SortedMap<Dependency, Long> lastSeenMs) {
    /** Kept of one source: beyond it, what has not been seen for longest is forgotten, and is news when it comes back. */
    public static final int MOST = 300;

    public static final KnownDependencies NONE = new KnownDependencies(new TreeMap<>());

    public KnownDependencies {
        lastSeenMs = Collections.unmodifiableSortedMap(new TreeMap<>(lastSeenMs));
    }

    /** New is what is not known while others of its kind are: whatever comes first is no change. */
    boolean makesNews(Dependency dependency) {
        return !lastSeenMs.containsKey(dependency)
                && lastSeenMs.keySet().stream().anyMatch(known -> known.kind() == dependency.kind());
    }

    /** The same after one more window. */
    KnownDependencies after(Iterable<Dependency> seen, long windowEndMs) {
        var all = new TreeMap<>(lastSeenMs);
        seen.forEach(dependency -> all.put(dependency, windowEndMs));
        all.entrySet().stream()
                .sorted(Map.Entry.<Dependency, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .limit(Math.max(0, all.size() - MOST))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(all::remove);
        return new KnownDependencies(all);
    }
}
