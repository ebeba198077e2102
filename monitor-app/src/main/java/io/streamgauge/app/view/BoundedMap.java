package io.streamgauge.app.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A map with a hard size bound that drops what was written least recently and counts it. Not thread-safe. */
final class BoundedMap<K, V> {
    private final LinkedHashMap<K, V> entries = new LinkedHashMap<>();
    private final int limit;
    private long dropped;

    BoundedMap(int limit) {
        this.limit = limit;
    }

    @Nullable
    V get(K key) {
        return entries.get(key);
    }

    /** Also makes the key the most recently written one. */
    void put(K key, V value) {
        entries.remove(key);
        entries.put(key, value);
        if (entries.size() > limit) {
            var oldest = entries.keySet().iterator();
            oldest.next();
            oldest.remove();
            dropped++;
        }
    }

    void remove(K key) {
        entries.remove(key);
    }

    /** Least recently written first. */
    Collection<V> values() {
        return entries.values();
    }

    long dropped() {
        return dropped;
    }
}
