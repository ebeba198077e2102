package io.streamgauge.topology.simulation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What an instance keeps on its own disk: lost with it, restored from the changelog. */
final class LocalStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final NavigableMap<Bytes, byte[]> values;
    private final BiConsumer<Bytes, byte @Nullable []> changelog;

    /** @param changelog is told every change */
    LocalStore(String name, Map<Bytes, byte[]> restored, BiConsumer<Bytes, byte @Nullable []> changelog) {
        this.name = name;
        this.values = new TreeMap<>(restored);
        this.changelog = changelog;
    }

    @Override
    public void put(Bytes key, byte[] value) {
        values.put(key, value);
        changelog.accept(key, value);
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        changelog.accept(key, null);
        return values.remove(key);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return values.get(key);
    }

    Map<Bytes, byte[]> values() {
        return values;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        Iterator<Map.Entry<Bytes, byte[]>> entries = new ArrayList<>(values.entrySet()).iterator();
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public KeyValue<Bytes, byte[]> next() {
                Map.Entry<Bytes, byte[]> entry = entries.next();
                return KeyValue.pair(entry.getKey(), entry.getValue());
            }

            @Override
            public Bytes peekNextKey() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {}

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw new UnsupportedOperationException();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long approximateNumEntries() {
        return values.size();
    }
}
