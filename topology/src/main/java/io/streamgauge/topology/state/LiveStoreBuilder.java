package io.streamgauge.topology.state;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds {@link LiveStore}s over a persistent, changelogged, uncached key-value store. */
public final class LiveStoreBuilder<V> implements StoreBuilder<LiveStore<V>> {
    /** Of one task; as objects three to four times as much. A model of 50 features has 13 kB for a pane and a slice. */
    private static final long MOST_LIVE_BYTES = 64L << 20;

    private final StoreBuilder<KeyValueStore<Bytes, byte[]>> inner;
    private final LiveFormat<V> format;

    public LiveStoreBuilder(String name, LiveFormat<V> format) {
        // A second cache of bytes under the live objects would only cost memory.
        this.inner = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
        this.format = format;
    }

    @Override
    public LiveStore<V> build() {
        return over(inner.build());
    }

    /** The store over another one, for those that bring their own. */
    LiveStore<V> over(KeyValueStore<Bytes, byte[]> other) {
        return new LiveStore<>(other, format, MOST_LIVE_BYTES);
    }

    @Override
    public StoreBuilder<LiveStore<V>> withCachingEnabled() {
        throw new UnsupportedOperationException("store " + name() + " is its own cache");
    }

    @Override
    public StoreBuilder<LiveStore<V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<LiveStore<V>> withLoggingEnabled(Map<String, String> config) {
        inner.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<LiveStore<V>> withLoggingDisabled() {
        throw new UnsupportedOperationException("store " + name() + " would lose its state with its machine");
    }

    @Override
    public Map<String, String> logConfig() {
        return inner.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return inner.loggingEnabled();
    }

    @Override
    public String name() {
        return inner.name();
    }
}
