package io.streamgauge.topology.state;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** State that lives and dies with its process: for replays of files, which start again rather than resume. */
public final class MemoryState<V> implements LiveState<V> {
    private final String name;
    private final NavigableMap<Bytes, V> values = new TreeMap<>();

    public MemoryState(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable V get(Bytes key) {
        return values.get(key);
    }

    @Override
    public @Nullable V peek(Bytes key) {
        return get(key);
    }

    @Override
    public void put(Bytes key, V value) {
        values.put(key, value);
    }

    @Override
    public void remove(Bytes key) {
        values.remove(key);
    }

    @Override
    public List<Bytes> keys(Bytes from, Bytes to) {
        return new ArrayList<>(values.subMap(from, to).keySet());
    }

    @Override
    public List<Bytes> keysOf(Bytes prefix) {
        var found = new ArrayList<Bytes>();
        for (Bytes key : values.tailMap(prefix).keySet()) {
            if (!LiveState.startsWith(key, prefix)) {
                break;
            }
            found.add(key);
        }
        return found;
    }

    @Override
    public @Nullable Bytes firstKey(Bytes from, Bytes to) {
        Bytes first = values.ceilingKey(from);
        return first != null && first.compareTo(to) < 0 ? first : null;
    }

    /** Nothing is ever written back or dropped. */
    @Override
    public long generation() {
        return 0;
    }

    @Override
    public long epoch() {
        return 0;
    }
}
