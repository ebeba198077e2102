package io.streamgauge.topology.local;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/** Batches of one partition that wait for their turn; few, so that a fast reader waits for the others. */
final class BatchQueue {
    private static final int MOST_WAITING = 64;

    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(MOST_WAITING);

    /** @throws CancellationException if nobody listens any more */
    void put(Batch batch) {
        try {
            batches.put(batch);
        } catch (InterruptedException e) {
            throw new CancellationException("the run was given up");
        }
    }

    Batch take() throws InterruptedException {
        return batches.take();
    }
}
