package io.streamgauge.topology.assess;

import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.LiveState;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The partials of one source of one model, kept per source partition until their pane is closed. Writing is overwriting, so a
 * repeated partial changes nothing; merging is exact, so its order changes nothing either.
 */
final class Partials {
    private static final int MANY = 64; // profiles, for which another core is worth its wake-up

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
        merged.forEach((part, all) -> {
            for (int i = 0; i < all.length; i++) {
                all[i] = all[i] == null ? chunks.layout(i).newProfile() : all[i];
            }
            profiles.put(part, List.of(all));
        });
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
        Profile[] profiles = merged.computeIfAbsent(
                new VersionSlice(partial.version(), partial.slice()), part -> new Profile[chunks.features()]);
        int first = chunks.start(partial.chunk());
        IntStream each = IntStream.range(0, partial.profiles().size());
        (partial.profiles().size() < MANY ? each : each.parallel())
                .forEach(i -> profiles[first + i] =
                        sum(profiles[first + i], partial.profiles().get(i), chunks.layout(first + i)));
    }

    /**
     * Both together. Counts on the bins of a baseline that was replaced in the meantime cannot be compared with the new one: they are left
     * out.
     *
     * @param sum may be changed; null for nothing
     */
    static @Nullable Profile sum(@Nullable Profile sum, byte[] more, Layout layout) {
        if (Profile.fingerprintOf(more) != layout.fingerprint()) {
            return sum;
        }
        Profile profile = Profile.fromBytes(more, layout);
        if (sum == null) {
            return profile;
        }
        sum.mergeFrom(profile);
        return sum;
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
