package io.streamgauge.checks;

import io.streamgauge.checks.Dependency.Sighting;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the events of a pane or window came here: by which schemas, model versions and producers, and with which gaps. Mergeable in any
 * order.
 *
 * @param dependencies that were seen; of each kind at most {@value #MOST_OF_A_KIND} in one pane of one partition
 * @param unnamed events of dependencies beyond these
 * @param producers that number their records, at most {@value #MOST_PRODUCERS} in one pane of one partition
 */
public record PipelineCounts(
        SortedMap<Dependency, Sighting> dependencies, long unnamed, SortedMap<String, SequenceCounts> producers) {
    public static final PipelineCounts NONE = new PipelineCounts(new TreeMap<>(), 0, new TreeMap<>());

    /** Of which one partition tells apart in one pane. */
    public static final int MOST_OF_A_KIND = 16;

    /** Whose numbers one partition follows. */
    public static final int MOST_PRODUCERS = 100;

    /** Dependencies, and producers, that are kept of many panes together: the first by name. */
    static final int MOST_TOGETHER = 1000;

    public PipelineCounts {
        dependencies = Collections.unmodifiableSortedMap(new TreeMap<>(dependencies));
        producers = Collections.unmodifiableSortedMap(new TreeMap<>(producers));
    }

    /** Both together. */
    public PipelineCounts plus(PipelineCounts other) {
        if (other.equals(NONE)) {
            return this;
        }
        var seen = new TreeMap<>(dependencies);
        other.dependencies.forEach((dependency, sighting) -> seen.merge(dependency, sighting, Sighting::plus));
        var counts = new TreeMap<>(producers);
        other.producers.forEach((producer, more) -> counts.merge(producer, more, SequenceCounts::plus));
        while (seen.size() > MOST_TOGETHER) {
            seen.pollLastEntry();
        }
        while (counts.size() > MOST_TOGETHER) {
            counts.pollLastEntry();
        }
        return new PipelineCounts(seen, unnamed + other.unnamed, counts);
    }

    /** Of all producers together. */
    SequenceCounts sequences() {
        return producers.values().stream().reduce(SequenceCounts.NONE, SequenceCounts::plus);
    }
}
