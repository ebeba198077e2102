package io.streamgauge.topology.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store in memory that keeps a diary of what was written to it and when it was committed, and survives a restart. */
final class RecordedStore implements KeyValueStore<Bytes, byte[]> {
    final List<String> diary = new ArrayList<>();
    private final NavigableMap<Bytes, byte[]> values = new TreeMap<>();
    private final String name;
    private boolean open;

    RecordedStore(String name) {
        this.name = name;
    }

    Map<String, String> content() {
        var content = new TreeMap<String, String>();
        values.forEach((key, value) -> content.put(new String(key.get(), UTF_8), new String(value, UTF_8)));
        return content;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void put(Bytes key, byte[] value) {
        diary.add("put " + new String(key.get(), UTF_8));
        values.put(key, value.clone());
    }

    @Override
    public @Nullable byte[] putIfAbsent(Bytes key, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        diary.add("delete " + new String(key.get(), UTF_8));
        return values.remove(key);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return values.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return over(values.subMap(from, true, to, true));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return over(values);
    }

    @Override
    public long approximateNumEntries() {
        return values.size();
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        diary.add("commit");
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private static KeyValueIterator<Bytes, byte[]> over(Map<Bytes, byte[]> values) {
        Iterator<Map.Entry<Bytes, byte[]>> entries = values.entrySet().iterator();
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
}
