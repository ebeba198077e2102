package io.streamgauge.topology.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
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
 * state and offsets commit in one transaction without (de)serialising a profile per event. What is made and removed between two
 * commits costs nothing at all.
 *
 * <p>Why it extends an internal class: in Kafka Streams 4.3.1 {@code flush()} and {@code commit(Map)} run <em>after</em> the
 * offsets are committed, and under exactly-once not at all while running; a store that writes back there loses at a
 * crash what was counted since. {@link #flushCache()} is what Streams calls before the commit, and it calls it
 * only on stores that are {@code CachedStateStore}, which {@link WrappedStateStore} is. {@code LiveStoreTest} pins this order,
 * and {@link #commit} refuses to go on if it ever changes.
 *
 * <p>The keys, not the values, are held in memory from the first use on: a scan of RocksDB walks over the tombstones of all that was
 * removed lately, and panes are removed all the time.
 *
 * <p>After a write-back live objects beyond a budget are let go, those first that did not change since the one before; they are read
 * again when they are asked for. So what is held follows what is used, and not how long a pane may stay open.
 *
 * <p>Facts to keep in mind: {@code flushCache} also runs on a dirty close, where no commit follows; after one the store is
 * initialised again, so everything is forgotten there. Values are read lazily, since restoration comes after {@code init}. One
 * stream thread at a time; not thread-safe.
 *
 * @param <V> live value; call {@link #changed} after changing one
 */
public final class LiveStore<V> extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
        implements LiveState<V> {
    private final LiveFormat<V> format;
    private final long mostLiveBytes;
    private final Map<Bytes, V> live = new HashMap<>();
    /** Of the live values, as they were last written or read. */
    private final Map<Bytes, Integer> sizes = new HashMap<>();

    private long liveBytes;
    private final Set<Bytes> changed = new LinkedHashSet<>();
    /** Keys with a value; null until the first use. */
    private @Nullable NavigableSet<Bytes> keys;
    /** Keys that the inner store holds. */
    private final Set<Bytes> stored = new HashSet<>();

    private long generation;
    private long epoch;
    private long writtenBytes;
    private long writtenNanos;

    /** @param mostLiveBytes how much is held live between two write-backs, as bytes in the store */
    LiveStore(KeyValueStore<Bytes, byte[]> inner, LiveFormat<V> format, long mostLiveBytes) {
        super(inner);
        this.format = format;
        this.mostLiveBytes = mostLiveBytes;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        forget();
        super.init(context, root);
    }

    @Override
    public @Nullable V get(Bytes key) {
        V value = live.get(key);
        if (value == null && keys().contains(key)) {
            byte[] bytes = wrapped().get(key);
            value = format.read(key, bytes);
            live.put(key, value);
            resize(key, bytes.length);
        }
        return value;
    }

    @Override
    public @Nullable V peek(Bytes key) {
        V value = live.get(key);
        return value == null && keys().contains(key)
                ? format.read(key, wrapped().get(key))
                : value;
    }

    @Override
    public void put(Bytes key, V value) {
        live.put(key, value);
        keys().add(key);
        changed.add(key);
    }

    /**
     * Says that the live value under {@code key} was changed since {@link #generation()} last rose; cheap, but not free. Without a
     * live value there is nothing to write back.
     */
    public void changed(Bytes key) {
        changed.add(key);
    }

    @Override
    public void remove(Bytes key) {
        if (keys().remove(key)) {
            live.remove(key);
            resize(key, 0);
            changed.add(key);
        }
    }

    @Override
    public List<Bytes> keys(Bytes from, Bytes to) {
        return new ArrayList<>(keys().subSet(from, to));
    }

    @Override
    public List<Bytes> keysOf(Bytes prefix) {
        var found = new ArrayList<Bytes>();
        for (Bytes key : keys().tailSet(prefix)) {
            if (!LiveState.startsWith(key, prefix)) {
                break;
            }
            found.add(key);
        }
        return found;
    }

    @Override
    public @Nullable Bytes firstKey(Bytes from, Bytes to) {
        Bytes first = keys().ceiling(from);
        return first != null && first.compareTo(to) < 0 ? first : null;
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    /** Whether the next write-back has anything to write. */
    boolean hasChanges() {
        return !changed.isEmpty();
    }

    /** Bytes of values that the last write-back wrote. */
    long writtenBytes() {
        return writtenBytes;
    }

    /** How long the last write-back took. */
    long writtenNanos() {
        return writtenNanos;
    }

    /** Writes back what changed. Called by Streams before each commit, and on a dirty close. */
    @Override
    public void flushCache() {
        long start = System.nanoTime();
        writtenBytes = 0;
        for (Bytes key : changed) {
            V value = live.get(key);
            if (value != null) {
                byte[] bytes = format.write(value);
                writtenBytes += bytes.length;
                wrapped().put(key, bytes);
                stored.add(key);
                resize(key, bytes.length);
            } else if (!keys().contains(key) && stored.remove(key)) {
                wrapped().delete(key);
            }
        }
        letGo();
        changed.clear();
        generation++;
        super.flushCache();
        writtenNanos = System.nanoTime() - start;
    }

    /** All live values are as they are stored now, so that any of them can go. */
    private void letGo() {
        for (boolean changedToo : new boolean[] {false, true}) {
            for (var values = live.keySet().iterator(); values.hasNext() && liveBytes > mostLiveBytes; ) {
                Bytes key = values.next();
                if (changedToo || !changed.contains(key)) {
                    values.remove();
                    resize(key, 0);
                }
            }
        }
    }

    private void resize(Bytes key, int bytes) {
        Integer before = bytes == 0 ? sizes.remove(key) : sizes.put(key, bytes);
        liveBytes += bytes - (before == null ? 0 : before);
    }

    /** How much is live, as bytes in the store. */
    long liveBytes() {
        return liveBytes;
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

    private NavigableSet<Bytes> keys() {
        NavigableSet<Bytes> known = keys;
        if (known == null) {
            known = new TreeSet<>();
            try (KeyValueIterator<Bytes, byte[]> all = wrapped().all()) {
                while (all.hasNext()) {
                    known.add(all.next().key);
                }
            }
            stored.addAll(known);
            keys = known;
        }
        return known;
    }

    private void forget() {
        live.clear();
        sizes.clear();
        liveBytes = 0;
        changed.clear();
        stored.clear();
        keys = null;
        generation++;
        epoch++;
    }
}
