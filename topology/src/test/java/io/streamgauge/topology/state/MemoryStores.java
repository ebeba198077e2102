package io.streamgauge.topology.state;

/** Live stores over memory, for tests that run a processor without a driver. */
public final class MemoryStores {
    private MemoryStores() {}

    public static <V> LiveStore<V> store(String name, LiveFormat<V> format) {
        return new LiveStore<>(new RecordedStore(name), format);
    }
}
