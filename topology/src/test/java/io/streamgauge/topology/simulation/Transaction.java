package io.streamgauge.topology.simulation;

import java.util.ArrayList;
import java.util.List;

/** What one instance writes between two commits: visible as a whole, or never. */
final class Transaction {
    private enum State {
        OPEN,
        COMMITTED,
        ABORTED
    }

    private final List<Runnable> effects = new ArrayList<>();
    private State state = State.OPEN;

    /** Happens if the transaction is committed: offsets, changelogs. */
    void onCommit(Runnable effect) {
        effects.add(effect);
    }

    void commit() {
        state = State.COMMITTED;
        effects.forEach(Runnable::run);
    }

    void abort() {
        state = State.ABORTED;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isCommitted() {
        return state == State.COMMITTED;
    }
}
