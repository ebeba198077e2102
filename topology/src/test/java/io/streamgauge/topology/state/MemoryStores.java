package io.streamgauge.topology.state;

import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Live stores over memory, for tests that run a processor without a driver. */
public final class MemoryStores {
    private MemoryStores() {}

    public static <V> LiveStore<V> store(String name, LiveFormat<V> format) {
        return store(name, format, Long.MAX_VALUE);
    }

    /** @param mostLiveBytes how much is held live between two write-backs */
    public static <V> LiveStore<V> store(String name, LiveFormat<V> format, long mostLiveBytes) {
        return new LiveStore<>(new RecordedStore(name), format, mostLiveBytes);
    }

    public static long liveBytes(LiveStore<?> store) {
        return store.liveBytes();
    }

    /** The one store of a step, over another store than RocksDB. */
    public static LiveStore<?> of(Set<StoreBuilder<?>> stores, KeyValueStore<Bytes, byte[]> inner) {
        return ((LiveStoreBuilder<?>) stores.iterator().next()).over(inner);
    }
}
