package io.streamgauge.app.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts events and says what it took from the first to the last: time, CPU of this process and of the broker's. Who counts pays for
 * one increment; the clocks are read by another thread that looks every two milliseconds.
 */
final class Meter {
    private static final long LOOK_NANOS = 2_000_000;
    private static final double NANOS = 1e9;

    private final LongAdder counted = new LongAdder();
    private final ProcessHandle broker;

    Meter(ProcessHandle broker) {
        this.broker = broker;
    }

    void count() {
        counted.increment();
    }

    void count(long events) {
        counted.add(events);
    }

    /**
     * Waits until the events are counted.
     *
     * @param counts for each event
     */
    Interval await(long events, int counts, Duration patience) throws TimeoutException {
        long giveUp = System.nanoTime() + patience.toNanos();
        await(1, giveUp);
        long before = counted.sum() / counts;
        Reading start = read();
        await(events * counts, giveUp);
        Reading end = read();
        return new Interval(
                events - before,
                (end.nanos - start.nanos) / NANOS,
                (end.appNanos - start.appNanos) / NANOS,
                (end.brokerNanos - start.brokerNanos) / NANOS);
    }

    /** @param events that were counted in the interval */
    record Interval(long events, double seconds, double appCpuSeconds, double brokerCpuSeconds) {
        Measurement with(long internalBytes) {
            return new Measurement(events, seconds, appCpuSeconds, brokerCpuSeconds, internalBytes);
        }
    }

    private void await(long count, long giveUp) throws TimeoutException {
        while (counted.sum() < count) {
            if (System.nanoTime() > giveUp) {
                throw new TimeoutException("only " + counted.sum() + " of " + count + " were counted");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private record Reading(long nanos, long appNanos, long brokerNanos) {}

    private Reading read() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long brokerNanos =
                broker.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        return new Reading(System.nanoTime(), system.getProcessCpuTime(), brokerNanos);
    }
}
