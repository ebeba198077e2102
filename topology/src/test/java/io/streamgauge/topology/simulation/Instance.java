package io.streamgauge.topology.simulation;

import java.util.List;

/** A stream thread: one transaction at a time for all its tasks, or none at all. */
final class Instance {
    private final Broker broker;
    private final boolean exactlyOnce;
    private final Mutant mutant;
    private Transaction transaction = new Transaction();

    Instance(Broker broker, boolean exactlyOnce, Mutant mutant) {
        this.broker = broker;
        this.exactlyOnce = exactlyOnce;
        this.mutant = mutant;
    }

    /** At least once, what is written is seen at once, also if the instance dies before it commits its offsets. */
    <T> void send(Log<T> log, T value) {
        var own = transaction;
        if (!exactlyOnce) {
            own = new Transaction();
            own.commit();
        }
        log.append(value, own);
    }

    Transaction transaction() {
        return transaction;
    }

    /** As Kafka Streams does it: write-back, then offsets, changelogs and outputs in one. */
    void commit(List<Task> tasks) {
        if (mutant != Mutant.WRITE_BACK_AFTER_COMMIT) {
            tasks.forEach(Task::writeBack);
        }
        for (Task task : tasks) {
            int offset = task.position();
            transaction.onCommit(() -> broker.commitOffset(task.name(), offset));
        }
        transaction.commit();
        transaction = new Transaction();
        if (mutant == Mutant.WRITE_BACK_AFTER_COMMIT) {
            tasks.forEach(Task::writeBack);
        }
    }

    /** Dies between the write-back and the commit. */
    void dieInCommit(List<Task> tasks) {
        tasks.forEach(Task::writeBack);
        if (mutant == Mutant.OFFSETS_BEFORE_OUTPUTS) {
            tasks.forEach(task -> broker.commitOffset(task.name(), task.position()));
        }
        die();
    }

    void die() {
        transaction.abort();
        transaction = new Transaction();
    }
}
