package io.streamgauge.benchmarks.join;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Watches from outside how far the group of an application has come, and what its one thread has taken. */
final class Watch implements AutoCloseable {
    private final Admin admin;
    private final String application;

    private record Sample(long nanos, long cpuNanos, long committed) {}

    Watch(Map<String, Object> kafka, String application) {
        this.admin = Admin.create(kafka);
        this.application = application;
    }

    /** Offsets that the group has committed, over all partitions. */
    long committed() throws Exception {
        var offsets = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.values().stream()
                .mapToLong((OffsetAndMetadata offset) -> offset == null ? 0 : offset.offset())
                .sum();
    }

    /** Waits until it is done, and tells what was taken from the first commit on, as if it had been so from the start. */
    Taken until(long pairs, Duration patience, Callable<Boolean> done) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        Sample first = null;
        Sample last = sample();
        while (!done.call()) {
            last = sample();
            first = first == null && last.committed() > 0 ? last : first;
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(application + " is not done after " + patience);
            }
            Thread.sleep(20);
        }
        last = sample();
        if (first == null || first.committed() * 2 > last.committed()) {
            throw new IllegalStateException("too few pairs: they were read before the first commit was seen");
        }
        double part = pairs * (double) (last.committed() - first.committed()) / last.committed();
        return new Taken(
                part / ((last.nanos() - first.nanos()) / 1e9), part / ((last.cpuNanos() - first.cpuNanos()) / 1e9));
    }

    private Sample sample() throws Exception {
        return new Sample(System.nanoTime(), cpuNanos(), committed());
    }

    private long cpuNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null
                        && thread.getThreadName().startsWith(application)
                        && thread.getThreadName().contains("StreamThread")
                        && !thread.getThreadName().contains("producer"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
