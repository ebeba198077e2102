package io.streamgauge.topology.local;

/** One partition that is read on a thread of its own and says what it found in batches. */
interface LocalFeed extends Runnable {
    /** The next batch; waits for it. Not to be called after the last one. */
    Batch next() throws InterruptedException;
}
