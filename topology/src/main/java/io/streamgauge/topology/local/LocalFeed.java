package io.streamgauge.topology.local;

import io.streamgauge.topology.partial.SourcePartition;
import java.util.concurrent.CancellationException;

/** One partition that is read on a thread of its own and says what it found in batches, which wait in a short queue until their turn comes. */
abstract class LocalFeed implements LocalReader, Runnable {
    /** The wall clock plays no part. */
    static final long NO_WALL_CLOCK = 0;

    final SourcePartition from;
    final BatchQueue batches = new BatchQueue();
    private final LocalInput input;

    LocalFeed(LocalInput input, String topic) {
        this.input = input;
        this.from = new SourcePartition(input.model(), input.source(), topic, input.partition());
    }

    /** The input is read to its end. */
    abstract void end();

    @Override
    public final void run() {
        try {
            input.feed(this);
            end();
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt(); // nobody listens any more
        } catch (Throwable e) { // whatever it is, the run must end with it rather than wait for ever
            batches.put(Batch.failed(from, e));
        }
    }

    /** The next batch; waits for it. Not to be called after the last one. */
    final Batch next() throws InterruptedException {
        return batches.take();
    }
}
