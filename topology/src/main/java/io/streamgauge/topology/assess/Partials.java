package io.streamgauge.topology.assess;

import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.LiveState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/**
 * The partials of one source of one model, kept per source partition until their pane is closed. Writing is overwriting, so a
 * repeated partial changes nothing; merging is exact, so its order changes nothing either.
 */
final class Partials {
    private final LiveState<byte[]> store;
    private final String model;
    private final Source source;
    private final FeatureChunks chunks;

    Partials(LiveState<byte[]> store, String model, Source source, FeatureChunks chunks) {
        this.store = store;
        this.model = model;
        this.source = source;
        this.chunks = chunks;
    }

    void keep(TrafficPartial partial) {
        store.put(AssessKeys.traffic(partial), ShuffledFormat.write(partial));
    }

    void keep(ProfilesPartial partial) {
        store.put(AssessKeys.profiles(partial), ShuffledFormat.write(partial));
    }

    /** Start of the first pane at or after {@code fromMs} that a partition sent something for; {@code otherwise} if none. */
    long firstPaneFrom(long fromMs, long otherwise) {
        Bytes first = store.firstKey(trafficFrom(fromMs), trafficFrom(Long.MAX_VALUE));
        return first == null ? otherwise : AssessKeys.paneStartMs(first);
    }

    /** What became of the pane's records, over all partitions. */
    PaneSummary summary(Window pane) {
        PaneSummary sum = PaneSummary.NOTHING;
        for (Bytes key : store.keys(trafficFrom(pane.startMs()), trafficFrom(pane.endMs()))) {
            sum = sum.plus(PaneSummary.of((TrafficPartial) read(key)));
        }
        return sum;
    }

    /** Merged profiles by version and slice, in the order of the baseline's features. */
    SortedMap<VersionSlice, List<Profile>> profiles(Window pane) {
        var merged = new TreeMap<VersionSlice, Profile[]>();
        for (Bytes key : store.keys(profilesFrom(pane.startMs()), profilesFrom(pane.endMs()))) {
            merge((ProfilesPartial) read(key), merged);
        }
        var profiles = new TreeMap<VersionSlice, List<Profile>>();
        merged.forEach((part, all) -> profiles.put(part, List.of(all)));
        return profiles;
    }

    private Shuffled read(Bytes key) {
        byte[] bytes = store.get(key);
        if (bytes == null) {
            throw new IllegalStateException("store " + store.name() + " listed a key that it does not hold");
        }
        return ShuffledFormat.read(bytes);
    }

    private void merge(ProfilesPartial partial, Map<VersionSlice, Profile[]> merged) {
        Profile[] profiles =
                merged.computeIfAbsent(new VersionSlice(partial.version(), partial.slice()), part -> emptyProfiles());
        int first = chunks.start(partial.chunk());
        for (int i = 0; i < partial.profiles().size(); i++) {
            add(partial.profiles().get(i), profiles[first + i]);
        }
    }

    /** Counts on the bins of a baseline that was replaced in the meantime cannot be compared with the new one: they are left out. */
    static void add(byte[] profile, Profile into) {
        if (Profile.fingerprintOf(profile) == into.layout().fingerprint()) {
            into.mergeFrom(Profile.fromBytes(profile, into.layout()));
        }
    }

    private Profile[] emptyProfiles() {
        Profile[] empty = new Profile[chunks.features()];
        Arrays.setAll(empty, i -> chunks.layout(i).newProfile());
        return empty;
    }

    /** Forgets the panes that start before {@code beforeMs}. */
    void forget(long beforeMs) {
        store.keys(trafficFrom(Long.MIN_VALUE), trafficFrom(beforeMs)).forEach(store::remove);
        store.keys(profilesFrom(Long.MIN_VALUE), profilesFrom(beforeMs)).forEach(store::remove);
    }

    private Bytes trafficFrom(long paneStartMs) {
        return AssessKeys.trafficFrom(model, source, paneStartMs);
    }

    private Bytes profilesFrom(long paneStartMs) {
        return AssessKeys.profilesFrom(model, source, paneStartMs);
    }
}
