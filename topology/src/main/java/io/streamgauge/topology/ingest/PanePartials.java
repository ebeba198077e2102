package io.streamgauge.topology.ingest;

import io.streamgauge.checks.Window;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.state.LiveState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;

/** Takes complete panes out of the store, as partials: the traffic first, then the profiles of one version and one run of features after the other. */
final class PanePartials {
    private final LiveState<LiveValue> store;

    PanePartials(LiveState<LiveValue> store) {
        this.store = store;
    }

    List<Shuffled> take(SourcePartition from, Window pane) {
        var partials = new ArrayList<Shuffled>();
        Bytes traffic = IngestKeys.traffic(pane.startMs());
        partials.add(traffic(traffic).partial(from, pane));
        store.remove(traffic);
        var runs = new TreeMap<Run, List<Bytes>>();
        for (Bytes key : store.keysOf(IngestKeys.profilesOf(pane.startMs()))) {
            IngestKeys.ProfilesKey parts = IngestKeys.profilesKey(key);
            runs.computeIfAbsent(new Run(parts.version(), parts.chunk()), first -> new ArrayList<>())
                    .add(key);
        }
        runs.forEach((run, keys) -> bySlice(keys).forEach((slice, profiles) -> {
            List<byte[]> bytes = profiles.stream().map(Profile::toBytes).toList();
            partials.add(new ProfilesPartial(from, pane, run.version(), slice, run.chunk(), bytes));
        }));
        return partials;
    }

    /** The traffic that a key of the store stands for. */
    PaneTraffic traffic(Bytes key) {
        return (PaneTraffic) present(key);
    }

    private record Run(String version, int chunk) implements Comparable<Run> {
        @Override
        public int compareTo(Run other) {
            int byVersion = version.compareTo(other.version);
            return byVersion != 0 ? byVersion : Integer.compare(chunk, other.chunk);
        }
    }

    /** Sums the combinations of slices that events were in to slices. */
    private SortedMap<String, List<Profile>> bySlice(List<Bytes> keysOfCombinations) {
        var sums = new TreeMap<String, List<Profile>>();
        for (Bytes key : keysOfCombinations) {
            List<Profile> counted = ((PaneProfiles) present(key)).profiles();
            for (String slice : Combination.slices(IngestKeys.profilesKey(key).combination())) {
                List<Profile> sum = sums.get(slice);
                if (sum == null) {
                    sums.put(slice, counted.stream().map(Profile::copy).toList());
                } else {
                    IntStream.range(0, sum.size()).forEach(i -> sum.get(i).mergeFrom(counted.get(i)));
                }
            }
            store.remove(key);
        }
        return sums;
    }

    private LiveValue present(Bytes key) {
        LiveValue value = store.get(key);
        if (value == null) {
            throw new IllegalStateException("store " + store.name() + " listed a key that it does not hold");
        }
        return value;
    }
}
