package io.streamgauge.topology.assess;

import io.streamgauge.checks.Observation;
import io.streamgauge.checks.Part;
import io.streamgauge.checks.PartLimit;
import io.streamgauge.checks.PartSilence;
import io.streamgauge.checks.PartSilenceCheck;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Window;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * How long partitions, versions, slices and features have been silent while others were not: found from closed panes alone, so that ingest does
 * nothing for it and a what-if over stored panes sees the same. Kept in the same store as the panes, one small value for each part, which
 * changes only when a part falls silent or is heard again; beside them one clock for each kind.
 */
final class PartSilences {
    private static final int VERSION = 1;
    /** A version field that was mapped by mistake, say a request id, must not fill the store. */
    private static final int MOST_VERSIONS = 100;

    private final LiveState<byte[]> store;
    private final AssessedSource source;
    private final PartSilenceCheck check;

    PartSilences(LiveState<byte[]> store, AssessedSource source) {
        this.store = store;
        this.source = source;
        this.check = source.parts();
    }

    /** Takes the next closed pane. */
    void after(Window pane, PaneSummary summary, SortedMap<VersionSlice, List<Profile>> profiles) {
        var heard = new HeardParts(source, summary, profiles);
        for (Part kind : Part.values()) {
            if (check.asksFor(kind) && heard.any(kind)) {
                take(kind, pane, heard);
            }
        }
    }

    private void take(Part kind, Window pane, HeardParts heard) {
        long clockMs = clockMs(kind);
        SortedMap<String, PartSilence> known = known(kind, clockMs);
        Set<String> speaking = heard.names(kind);
        known.forEach((name, before) -> {
            PartLimit limit = check.limit(kind, name);
            if (limit != null) {
                PartSilence now = speaking.contains(name)
                        ? before.heard(clockMs, limit)
                        : before.notHeard(pane.startMs(), clockMs);
                keep(kind, name, before, now);
            }
        });
        speaking.removeAll(known.keySet());
        speaking.stream()
                .filter(name -> check.limit(kind, name) != null)
                .limit(kind == Part.VERSION ? Math.max(0, MOST_VERSIONS - known.size()) : Integer.MAX_VALUE)
                .forEach(name -> put(kind, name, PartSilence.known(pane.startMs(), clockMs)));
        var passed = new StateWriter().tag(VERSION).number(clockMs + pane.sizeMs());
        store.put(AssessKeys.partClock(source.model(), source.source(), kind), passed.toBytes());
    }

    /** What is to be said at the end of a window; nothing of one without events, as it says nothing of its parts. */
    List<Score> assess(Observation whole) {
        var scores = new ArrayList<Score>();
        for (Part kind : Part.values()) {
            if (check.asksFor(kind) && whole.events() > 0) {
                long clockMs = clockMs(kind);
                scores.addAll(check.assess(kind, known(kind, clockMs), clockMs, whole));
            }
        }
        return scores;
    }

    /** The window for which silence is asked is over. */
    void inNewWindow() {
        for (Part kind : Part.values()) {
            if (check.asksFor(kind)) {
                known(kind, clockMs(kind)).forEach((name, state) -> keep(kind, name, state, state.inNewWindow()));
            }
        }
    }

    /** Forgets what is not configured any more, and versions that are retired. */
    private SortedMap<String, PartSilence> known(Part kind, long clockMs) {
        var known = new TreeMap<String, PartSilence>();
        Set<String> configured = configured(kind);
        for (Bytes key : store.keysOf(AssessKeys.allParts(source.model(), source.source(), kind))) {
            String name = AssessKeys.partName(key);
            byte[] bytes = store.get(key);
            PartSilence state = bytes == null ? null : read(bytes);
            boolean gone = configured != null && !configured.contains(name);
            if (state == null || gone || check.isForgettable(kind, state, clockMs)) {
                store.remove(key);
            } else {
                known.put(name, state);
            }
        }
        return known;
    }

    /** Null: whatever comes. */
    private @Nullable Set<String> configured(Part kind) {
        return switch (kind) {
            case PARTITION, VERSION -> null;
            case SLICE -> source.slices();
            case FEATURE -> {
                var names = new TreeSet<String>();
                source.features().forEach(feature -> names.add(feature.schema().name()));
                yield names;
            }
        };
    }

    private long clockMs(Part kind) {
        byte[] bytes = store.get(AssessKeys.partClock(source.model(), source.source(), kind));
        return bytes == null ? 0 : reader(bytes).number();
    }

    private void keep(Part kind, String name, PartSilence before, PartSilence now) {
        if (!now.equals(before)) {
            put(kind, name, now);
        }
    }

    private void put(Part kind, String name, PartSilence state) {
        store.put(AssessKeys.part(source.model(), source.source(), kind, name), write(state));
    }

    private static byte[] write(PartSilence state) {
        var out = new StateWriter().tag(VERSION);
        out.number(state.knownSinceMs()).number(state.knownFromMs());
        out.number(state.quietMs()).number(state.longestMs());
        PartSilence.Begun silence = state.silence();
        out.tag(silence == null ? 0 : 1);
        if (silence != null) {
            out.number(silence.sinceMs()).number(silence.fromMs());
        }
        PartSilence.Stretch worst = state.worst();
        out.tag(worst == null ? 0 : 1);
        if (worst != null) {
            out.number(worst.sinceMs()).number(worst.lengthMs()).number(worst.limitMs());
        }
        return out.toBytes();
    }

    private static PartSilence read(byte[] bytes) {
        StateReader in = reader(bytes);
        long knownSinceMs = in.number();
        long knownFromMs = in.number();
        long quietMs = in.number();
        long longestMs = in.number();
        var silence = in.tag() == 0 ? null : new PartSilence.Begun(in.number(), in.number());
        var worst = in.tag() == 0 ? null : new PartSilence.Stretch(in.number(), in.number(), in.number());
        return new PartSilence(knownSinceMs, knownFromMs, silence, quietMs, longestMs, worst);
    }

    private static StateReader reader(byte[] bytes) {
        return new StateReader(bytes, "the silence of a part").expectVersion(VERSION);
    }
}
