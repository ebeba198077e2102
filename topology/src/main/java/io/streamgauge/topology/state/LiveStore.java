package io.streamgauge.topology.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects alive between records and writes those that changed to a changelogged key-value store before each commit, so that
 * state and offsets commit in one transaction without (de)serialising a profile per event.
 *
 * <p>Why it extends an internal class: in Kafka Streams 4.3.1 {@code flush()} and {@code commit(Map)} run <em>after</em> the
 * offsets are committed, and under exactly-once not at all while running; a store that writes back there loses data at a crash
 * (8.7 % of the events in a trial with two kills). {@link #flushCache()} is what Streams calls before the commit, and it calls it
 * only on stores that are {@code CachedStateStore}, which {@link WrappedStateStore} is. {@code LiveStoreTest} pins this order,
 * and {@link #commit} refuses to go on if it ever changes.
 *
 * <p>Facts to keep in mind: {@code flushCache} also runs on a dirty close, where no commit follows; after one the store is
 * initialised again, so live objects are dropped there. Values are read lazily, since restoration comes after {@code init}.
 *
 * <p>One stream thread at a time; not thread-safe.
 *
 * @param <V> mutable live value; call {@link #changed} after changing one
 */
public final class LiveStore<V> extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]> {
    private final LiveFormat<V> format;
    private final Map<Bytes, V> live = new HashMap<>();
    private final Set<Bytes> changed = new LinkedHashSet<>();
    private long generation;

    LiveStore(KeyValueStore<Bytes, byte[]> inner, LiveFormat<V> format) {
        super(inner);
        this.format = format;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        forget();
        super.init(context, root);
    }

    /** The value under {@code key}, null if there is none. */
    public @Nullable V get(Bytes key) {
        V value = live.get(key);
        if (value == null) {
            byte[] bytes = wrapped().get(key);
            if (bytes != null) {
                value = format.read(key, bytes);
                live.put(key, value);
            }
        }
        return value;
    }

    /** Keeps a new value. */
    public void put(Bytes key, V value) {
        live.put(key, value);
        changed.add(key);
    }

    /** Says that the value under {@code key} was changed since {@link #generation()} last rose; cheap, but not free. */
    public void changed(Bytes key) {
        changed.add(key);
    }

    public void remove(Bytes key) {
        live.remove(key);
        changed.remove(key);
        wrapped().delete(key);
    }

    /**
     * Rises with each write-back and whenever live objects are dropped: a holder of a live object must look it up again, or say
     * again that it changed it, once this number differs from the one it remembers.
     */
    public long generation() {
        return generation;
    }

    /** Keys in byte order that start with {@code prefix}, live or stored. */
    public List<Bytes> keysOf(Bytes prefix) {
        return keys(prefix, prefix);
    }

    /** Keys in byte order that start with {@code prefix} and are not before {@code from}, live or stored. */
    public List<Bytes> keys(Bytes from, Bytes prefix) {
        var keys = new TreeSet<Bytes>();
        for (Bytes key : live.keySet()) {
            if (startsWith(key, prefix) && key.compareTo(from) >= 0) {
                keys.add(key);
            }
        }
        try (KeyValueIterator<Bytes, byte[]> stored = wrapped().range(from, null)) {
            while (stored.hasNext()) {
                Bytes key = stored.next().key;
                if (!startsWith(key, prefix)) {
                    break;
                }
                keys.add(key);
            }
        }
        return new ArrayList<>(keys);
    }

    /** Writes back what changed. Called by Streams before each commit, and on a dirty close. */
    @Override
    public void flushCache() {
        for (Bytes key : changed) {
            V value = live.get(key);
            if (value != null) {
                wrapped().put(key, format.write(value));
            }
        }
        changed.clear();
        generation++;
        super.flushCache();
    }

    @Override
    public void clearCache() {
        forget();
        super.clearCache();
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        if (!changed.isEmpty()) {
            throw new IllegalStateException("store " + name() + " was committed with " + changed.size()
                    + " values not written back: Kafka Streams no longer calls flushCache before the commit");
        }
        super.commit(changelogOffsets);
    }

    @Override
    public void close() {
        forget();
        super.close();
    }

    private void forget() {
        live.clear();
        changed.clear();
        generation++;
    }

    private static boolean startsWith(Bytes key, Bytes prefix) {
        byte[] all = key.get();
        byte[] start = prefix.get();
        return all.length >= start.length && Arrays.equals(all, 0, start.length, start, 0, start.length);
    }
}
