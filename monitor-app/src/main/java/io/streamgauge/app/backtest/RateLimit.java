package io.streamgauge.app.backtest;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Lets at most so many events a second pass, over all threads, so that a backtest leaves the brokers room. Thread-safe. */
final class RateLimit {
    private static final double NS_PER_S = 1e9;

    private final double perSecond;
    private final long startNs = System.nanoTime();
    private final AtomicLong passed = new AtomicLong();

    /** @param perSecond not positive: no limit */
    RateLimit(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Waits until {@code events} more are due. */
    void take(long events) {
        long before = passed.getAndAdd(events);
        if (perSecond > 0) {
            long dueNs = startNs + (long) (before / perSecond * NS_PER_S);
            long wait = dueNs - System.nanoTime();
            while (wait > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(wait);
                wait = dueNs - System.nanoTime();
            }
        }
    }
}
