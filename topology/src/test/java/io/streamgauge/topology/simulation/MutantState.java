package io.streamgauge.topology.simulation;

import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.state.LiveStore;
import io.streamgauge.topology.state.StateReader;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A state that does what a step with the bug would do to it. */
final class MutantState<V> implements LiveState<V> {
    private static final int PROGRESS = 0;
    private static final int TRAFFIC = 1;
    private static final int BEHIND_PANES_AND_BLOCKS = 5;

    private final LiveStore<V> store;
    private final Mutant mutant;

    MutantState(LiveStore<V> store, Mutant mutant) {
        this.store = store;
        this.mutant = mutant;
    }

    @Override
    public void put(Bytes key, V value) {
        int kind = key.get()[0];
        if (mutant == Mutant.PARTIAL_ADDED && kind == TRAFFIC && store.get(key) instanceof byte[] before) {
            store.put(key, added(before, value));
            return;
        }
        store.put(key, value);
        if (mutant == Mutant.PANES_FORGOTTEN_EARLY && kind == PROGRESS) {
            forgetBefore(new StateReader((byte[]) value, "progress"));
        }
    }

    @SuppressWarnings("unchecked") // only in the assess store, whose values are bytes
    private V added(byte[] before, V value) {
        var one = (TrafficPartial) ShuffledFormat.read(before);
        var other = (TrafficPartial) ShuffledFormat.read((byte[]) value);
        var sum = new TrafficPartial(
                one.from(),
                one.pane(),
                one.profiled() + other.profiled(),
                one.late() + other.late(),
                one.rejected() + other.rejected(),
                other.newestEventMs(),
                other.firstOffset(),
                other.lastOffset());
        return (V) ShuffledFormat.write(sum);
    }

    private void forgetBefore(StateReader progress) {
        progress.tag();
        long nextPaneMs = progress.number();
        for (Bytes key :
                store.keys(Bytes.wrap(new byte[] {TRAFFIC}), Bytes.wrap(new byte[] {BEHIND_PANES_AND_BLOCKS}))) {
            var in = new StateReader(key.get(), "key");
            in.tag();
            in.text();
            in.text();
            if (in.number() < nextPaneMs) {
                store.remove(key);
            }
        }
    }

    @Override
    public long generation() {
        return mutant == Mutant.GENERATION_IGNORED ? 0 : store.generation();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public @Nullable V get(Bytes key) {
        return store.get(key);
    }

    @Override
    public @Nullable V peek(Bytes key) {
        return store.peek(key);
    }

    @Override
    public long epoch() {
        return store.epoch();
    }

    @Override
    public void remove(Bytes key) {
        store.remove(key);
    }

    @Override
    public List<Bytes> keys(Bytes from, Bytes to) {
        return store.keys(from, to);
    }

    @Override
    public List<Bytes> keysOf(Bytes prefix) {
        return store.keysOf(prefix);
    }

    @Override
    public @Nullable Bytes firstKey(Bytes from, Bytes to) {
        return store.firstKey(from, to);
    }
}
