package io.streamgauge.topology.join;

import io.streamgauge.topology.state.LiveFormat;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.state.MemoryState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Live objects over bytes, as in the service: only what was put since the last write-back is written, and all can be dropped. */
final class RoundTripState<V> implements LiveState<V> {
    private final LiveFormat<V> format;
    private final Map<Bytes, byte[]> stored = new TreeMap<>();
    private final Set<Bytes> changed = new HashSet<>();
    private MemoryState<V> live = new MemoryState<>("live");
    private long generation;
    private long epoch;

    RoundTripState(LiveFormat<V> format) {
        this.format = format;
    }

    void writeBack() {
        for (Bytes key : changed) {
            V value = live.get(key);
            if (value == null) {
                stored.remove(key);
            } else {
                stored.put(key, format.write(value));
            }
        }
        changed.clear();
        generation++;
    }

    /** Other objects take the places of those that match, as in a state that has grown large; write back first. */
    void letGo(Predicate<V> those) {
        new HashMap<>(stored).forEach((key, bytes) -> {
            if (those.test(live.get(key))) {
                live.put(key, format.read(key, bytes));
            }
        });
    }

    /** What was not written back is lost with it, so write back first. */
    void forget() {
        live = new MemoryState<>("live");
        new HashMap<>(stored).forEach((key, bytes) -> live.put(key, format.read(key, bytes)));
        generation++;
        epoch++;
    }

    Collection<V> values() {
        List<V> values = new ArrayList<>();
        for (Bytes key : live.keysOf(Bytes.wrap(new byte[0]))) {
            values.add(live.get(key));
        }
        return values;
    }

    @Override
    public String name() {
        return "round trip";
    }

    @Override
    public @Nullable V get(Bytes key) {
        return live.get(key);
    }

    @Override
    public @Nullable V peek(Bytes key) {
        return get(key);
    }

    @Override
    public void put(Bytes key, V value) {
        live.put(key, value);
        changed.add(key);
    }

    @Override
    public void remove(Bytes key) {
        live.remove(key);
        changed.add(key);
    }

    @Override
    public List<Bytes> keys(Bytes from, Bytes to) {
        return live.keys(from, to);
    }

    @Override
    public List<Bytes> keysOf(Bytes prefix) {
        return live.keysOf(prefix);
    }

    @Override
    public @Nullable Bytes firstKey(Bytes from, Bytes to) {
        return live.firstKey(from, to);
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public long epoch() {
        return epoch;
    }
}
