package io.streamgauge.topology.assess;

import io.streamgauge.checks.Observation;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.SequentialDriftCheck;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;

/**
 * What the sequential check knows of the windows before: in the same store as the panes and the progress of their source, so that a
 * window is counted exactly once, whatever happens.
 *
 * <p>A version or slice of which nothing came for {@value #MOST_SILENT_WINDOWS} windows is forgotten, as there may be any number of them in time.
 */
final class Memories {
    private static final int VERSION = 1;
    private static final long MOST_SILENT_WINDOWS = 100;

    private final LiveState<byte[]> store;
    private final String model;
    private final Source source;

    Memories(LiveState<byte[]> store, String model, Source source) {
        this.store = store;
        this.model = model;
        this.source = source;
    }

    /** Asks the check, with what it remembers, and keeps what it will. */
    List<Score> assess(SequentialDriftCheck check, Observation observation) {
        Window window = observation.window();
        var part = new VersionSlice(
                observation.subject().version(), observation.subject().slice());
        Map<String, byte[]> before = new HashMap<>();
        for (String feature : check.features()) {
            byte[] bytes = store.get(AssessKeys.memory(model, source, window.series(), part, feature));
            if (bytes != null) {
                before.put(feature, remembered(bytes));
            }
        }
        SequentialDriftCheck.Assessed assessed = check.assess(observation, before);
        for (String feature : check.features()) {
            Bytes key = AssessKeys.memory(model, source, window.series(), part, feature);
            byte[] after = assessed.memory().get(feature);
            if (after != null) {
                store.put(key, write(window.endMs(), after));
            } else if (before.containsKey(feature)) {
                store.remove(key);
            }
        }
        return assessed.scores();
    }

    /** Forgets the parts of which nothing has come for long. */
    void forget(Window window, Set<VersionSlice> present) {
        long oldestMs = window.endMs() - MOST_SILENT_WINDOWS * window.sizeMs();
        for (Bytes key : store.keysOf(AssessKeys.allMemories(model, source, window.series()))) {
            byte[] bytes = present.contains(AssessKeys.memoryOf(key)) ? null : store.get(key);
            if (bytes != null && reader(bytes).number() < oldestMs) {
                store.remove(key);
            }
        }
    }

    private static byte[] write(long endMs, byte[] memory) {
        return new StateWriter().tag(VERSION).number(endMs).bytes(memory).toBytes();
    }

    private static byte[] remembered(byte[] bytes) {
        StateReader in = reader(bytes);
        in.number();
        return in.bytes();
    }

    private static StateReader reader(byte[] bytes) {
        return new StateReader(bytes, "what a check remembers").expectVersion(VERSION);
    }
}
