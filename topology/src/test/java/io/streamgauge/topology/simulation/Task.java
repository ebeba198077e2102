package io.streamgauge.topology.simulation;

import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.state.LiveStore;
import io.streamgauge.topology.state.MemoryStores;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** A step of one partition: a pure core, the store it lives on, and how far it has read. */
abstract class Task {
    private static final int PROGRESS = 0;

    private final String name;
    private final World world;
    private final Set<StoreBuilder<?>> stores;
    private Instance instance;
    private LocalStore local;
    private LiveStore<?> store;
    private int position;

    @SuppressWarnings("NullAway.Init") // start() comes first
    Task(String name, World world, Set<StoreBuilder<?>> stores) {
        this.name = name;
        this.world = world;
        this.stores = stores;
    }

    /** Goes on from what is committed, on this or another instance. */
    final void start(Instance on) {
        boolean survives = world.mutant() == Mutant.STATE_SURVIVES_CRASH && local != null;
        Map<Bytes, byte[]> restored = survives ? local.values() : world.broker().changelog(name);
        instance = on;
        local = new LocalStore(name, restored, this::changed);
        store = MemoryStores.of(stores, local);
        position = world.broker().offset(name);
        startCore();
    }

    abstract void startCore();

    /** Takes the next record, if there is one. */
    abstract boolean step();

    /** The state for the core. */
    @SuppressWarnings("unchecked") // every step knows what its own store holds
    final <V> LiveState<V> state() {
        return new MutantState<>((LiveStore<V>) store, hasBug() ? world.mutant() : Mutant.NONE);
    }

    /** Whether the bug, if it is one of the state, is in this step. */
    private boolean hasBug() {
        boolean ofAssess = world.mutant() == Mutant.PARTIAL_ADDED || world.mutant() == Mutant.PANES_FORGOTTEN_EARLY;
        return ofAssess == this instanceof AssessTask;
    }

    /** Finishes what the step put off until the write-back. */
    void settle() {}

    final void writeBack() {
        settle();
        store.flushCache();
    }

    private void changed(Bytes key, byte @Nullable [] value) {
        Map<Bytes, byte[]> changelog = world.broker().changelog(name);
        if (value == null) {
            instance.transaction().onCommit(() -> changelog.remove(key));
        } else {
            byte[] stored = isProgressOfIngest(key) ? mutated(value) : value;
            instance.transaction().onCommit(() -> changelog.put(key, stored));
        }
    }

    private boolean isProgressOfIngest(Bytes key) {
        return this instanceof IngestTask && key.get()[0] == PROGRESS;
    }

    private byte[] mutated(byte[] progress) {
        return switch (world.mutant()) {
            case WATERMARK_NOT_PERSISTED -> ProgressBytes.withWatermark(progress, Long.MIN_VALUE);
            case LATE_BY_ARRIVAL ->
                ProgressBytes.withWatermark(progress, world.newest(ProgressBytes.watermarkMs(progress)));
            default -> progress;
        };
    }

    final String name() {
        return name;
    }

    final World world() {
        return world;
    }

    final Instance instance() {
        return instance;
    }

    final int position() {
        return position;
    }

    final void moveTo(int next) {
        position = next;
    }
}
