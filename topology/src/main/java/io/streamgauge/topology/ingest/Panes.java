package io.streamgauge.topology.ingest;

import io.streamgauge.checks.Window;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.rule.EventChecks;
import io.streamgauge.schemas.slice.Slices;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.state.LiveState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The open panes of one input partition: events are counted into them, and complete ones leave as partials.
 *
 * <p>Between two write-backs of the store an open pane is held here directly, so that an event costs one look-up in a small map
 * and no byte of serialisation.
 */
final class Panes {
    /** A pane holds at most this many model versions; events of further ones are counted under {@value #OTHER_VERSION}. */
    static final int MOST_VERSIONS = 16;

    static final String OTHER_VERSION = ProfilesPartial.OTHER_VERSION;

    private static final int LONGEST_VERSION = 100;

    private final LiveState<LiveValue> store;
    private final PanePartials panePartials;
    private final FeatureChunks chunks;
    private final Slices slices;
    private final long paneMs;
    private final long slotMs;
    private final EventBuffer event;
    private final @Nullable SourcePartition tellsVersionsOf;
    private final WaitingRows waiting;
    private final Map<Long, OpenPane> open = new HashMap<>();
    private long generation = -1;
    /** The one that the last event was in; most events are in the same. */
    private @Nullable OpenPane last;

    private record OpenPane(long startMs, PaneTraffic traffic, Map<String, SlicedProfiles> profilesByVersion) {}

    /**
     * @param event holds the event that is counted, and the rows of those that wait to be
     * @param tellsVersionsOf this partition; null where nobody asks when a version is new
     */
    Panes(
            LiveState<LiveValue> store,
            FeatureChunks chunks,
            Slices slices,
            long paneMs,
            EventBuffer event,
            @Nullable SourcePartition tellsVersionsOf) {
        this.store = store;
        this.panePartials = new PanePartials(store);
        this.chunks = chunks;
        this.slices = slices;
        this.paneMs = paneMs;
        this.slotMs = Occupancy.slotMs(paneMs);
        this.event = event;
        this.tellsVersionsOf = tellsVersionsOf;
        this.waiting = new WaitingRows(event);
    }

    /** A version that is longer than any name is no name, and must not become a key. */
    static String admissible(String version) {
        return version.length() <= LONGEST_VERSION ? version : OTHER_VERSION;
    }

    /** Counts a good event, the current one of the buffer; its values may wait for {@link #settle}. */
    void profile(String version, long offset) {
        OpenPane pane = at(event.eventTimeMs());
        long eventMs = event.eventTimeMs();
        pane.traffic().profiled(eventMs, (int) ((eventMs - pane.startMs()) / slotMs), offset);
        SlicedProfiles profiles = pane.profilesByVersion().get(version);
        if (profiles == null) {
            profiles = admit(pane, startOf(event.eventTimeMs()), version, offset);
        }
        profiles.add(event);
        if (!event.keepRow()) {
            waiting.count();
        }
    }

    /** Counts the values that wait: must come before the store is written back. */
    void settle() {
        waiting.count();
    }

    /**
     * Counts the rules that an event broke, whatever becomes of it.
     *
     * @param sliced whether it counts in its slices, too
     */
    void broken(EventChecks checks, int rules, boolean sliced, SourcePartition from, long offset) {
        List<String> in = sliced && !slices.isEmpty() ? slices.slicesOf(slices.combinationOf(event)) : List.of();
        at(event.eventTimeMs()).traffic().rules.broken(checks, rules, event.newColumn(), in, from, offset);
    }

    /** How the records of the pane at that time came. */
    PipelineTally pipelineAt(long timeMs) {
        return at(timeMs).traffic().pipeline;
    }

    /** Counts the id of an event, whatever becomes of it. */
    void id(String id, long eventMs, SourcePartition from, long offset) {
        at(eventMs).traffic().rules.id(id, from, offset);
    }

    /** Counts an event that a rule keeps out of the profiles. */
    void quarantined(long eventMs) {
        PaneTraffic traffic = at(eventMs).traffic();
        traffic.rejected++;
        traffic.rules.quarantined();
    }

    void late(long aroundMs) {
        at(aroundMs).traffic().late++;
    }

    void rejected(long aroundMs, long records) {
        at(aroundMs).traffic().rejected += records;
    }

    /** In which slots of each open pane there were events, by the pane's start. */
    SortedMap<Long, Occupancy> busy() {
        var busy = new TreeMap<Long, Occupancy>();
        for (Bytes key : store.keysOf(IngestKeys.allTraffic())) {
            busy.put(IngestKeys.paneStartMs(key), Occupancy.of(panePartials.traffic(key).busy));
        }
        return busy;
    }

    /** Takes out the panes that end at or before the watermark, oldest first. */
    List<Shuffled> complete(SourcePartition from, long watermarkMs) {
        settle();
        last = null;
        var partials = new ArrayList<Shuffled>();
        for (Bytes key : store.keysOf(IngestKeys.allTraffic())) {
            long startMs = IngestKeys.paneStartMs(key);
            if (startMs + paneMs > watermarkMs) {
                break;
            }
            partials.addAll(panePartials.take(from, new Window(startMs, startMs + paneMs)));
            open.remove(startMs);
        }
        return partials;
    }

    private OpenPane at(long timeMs) {
        if (generation != store.generation()) {
            reopenAll();
        }
        OpenPane before = last;
        if (before != null && timeMs >= before.startMs() && timeMs - before.startMs() < paneMs) {
            return before;
        }
        long startMs = startOf(timeMs);
        OpenPane pane = open.get(startMs);
        if (pane == null) {
            pane = reopen(startMs);
            open.put(startMs, pane);
        }
        last = pane;
        return pane;
    }

    /** What was changed before the write-back must be announced again, or even be read anew. */
    private void reopenAll() {
        if (!waiting.isEmpty()) {
            throw new IllegalStateException("store " + store.name() + " was written back while events waited");
        }
        open.clear();
        last = null;
        generation = store.generation();
    }

    private OpenPane reopen(long startMs) {
        Bytes key = IngestKeys.traffic(startMs);
        var traffic = (PaneTraffic) store.get(key);
        if (traffic == null) {
            traffic = new PaneTraffic();
        }
        store.put(key, traffic);
        return new OpenPane(startMs, traffic, new HashMap<>());
    }

    private SlicedProfiles admit(OpenPane pane, long startMs, String version, long offset) {
        boolean known = !combinations(startMs, version).isEmpty();
        String admitted = known || versions(startMs) < MOST_VERSIONS ? version : OTHER_VERSION;
        var profiles = new SlicedProfiles(
                slices,
                SlicedProfiles.mostCombinations(chunks.features()),
                combinations(startMs, admitted),
                combination -> waiting.into(profiles(startMs, admitted, combination)));
        pane.profilesByVersion().put(version, profiles);
        if (tellsVersionsOf != null && admitted.equals(version) && !version.equals(OTHER_VERSION)) {
            pane.traffic().pipeline.version(version, tellsVersionsOf, offset);
        }
        return profiles;
    }

    private Set<String> combinations(long startMs, String version) {
        return store.keysOf(IngestKeys.profilesOf(startMs, version)).stream()
                .map(key -> IngestKeys.profilesKey(key).combination())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Profile[] profiles(long startMs, String version, String combination) {
        var all = new ArrayList<Profile>();
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            all.addAll(chunk(IngestKeys.profiles(startMs, version, combination, chunk), chunk)
                    .profiles());
        }
        return all.toArray(Profile[]::new);
    }

    private long versions(long startMs) {
        return store.keysOf(IngestKeys.profilesOf(startMs)).stream()
                .map(key -> IngestKeys.profilesKey(key).version())
                .filter(version -> !version.equals(OTHER_VERSION))
                .distinct()
                .count();
    }

    private PaneProfiles chunk(Bytes key, int chunk) {
        var profiles = (PaneProfiles) store.get(key);
        if (profiles == null) {
            profiles = new PaneProfiles(IntStream.range(chunks.start(chunk), chunks.end(chunk))
                    .mapToObj(feature -> chunks.layout(feature).newProfile())
                    .toList());
        }
        store.put(key, profiles);
        return profiles;
    }

    private long startOf(long timeMs) {
        return Math.floorDiv(timeMs, paneMs) * paneMs;
    }
}
