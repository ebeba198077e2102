package io.streamgauge.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.streamgauge.app.view.Accounting;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/**
 * Counts the events of one source of one model on this instance. Counts start at zero with the process and include records
 * that are read again after a failure. Thread-safe, and cheap enough for each event.
 */
public final class SourceMetrics {
    private final MeterRegistry registry;
    private final Clock clock;
    private final String model;
    private final String source;
    private final LongAdder read = new LongAdder();
    private final LongAdder profiled = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder windowsClosed = new LongAdder();
    private final AtomicLong writeBackMs = new AtomicLong(-1);
    private final Map<Enum<?>, LongAdder> rejected = new ConcurrentHashMap<>();
    private final Map<Integer, Long> watermarksMs = new ConcurrentHashMap<>();

    SourceMetrics(MeterRegistry registry, Clock clock, String model, String source) {
        this.registry = registry;
        this.clock = clock;
        this.model = model;
        this.source = source;
        count(MetricName.EVENTS_READ, read, model, source);
        count(MetricName.EVENTS_PROFILED, profiled, model, source);
        count(MetricName.EVENTS_LATE, late, model, source);
        count(MetricName.WINDOWS_CLOSED, windowsClosed, model, source);
        gauge(MetricName.WATERMARK_LAG, SourceMetrics::watermarkLagMs);
        gauge(MetricName.COMMIT_INTERVAL, SourceMetrics::commitIntervalMs);
    }

    private void gauge(MetricName name, ToDoubleFunction<SourceMetrics> millis) {
        TimeGauge.builder(name.meter(), this, TimeUnit.MILLISECONDS, millis)
                .tags(name.tagged(model, source))
                .description(name.description())
                .register(registry);
    }

    public void profiled(long events) {
        read.add(events);
        profiled.add(events);
    }

    public void late() {
        read.increment();
        late.increment();
    }

    /** @param reason an enum, so that the number of time series is bounded by its type */
    public void rejected(Enum<?> reason) {
        read.increment();
        rejected.computeIfAbsent(reason, this::countRejected).increment();
    }

    public void windowClosed() {
        windowsClosed.increment();
    }

    /** Counts were written back, so long after the last time. */
    public void written(long afterMs) {
        writeBackMs.set(afterMs);
    }

    /** How far a partition has come, in event time. */
    public void watermark(int partition, long watermarkMs) {
        watermarksMs.put(partition, watermarkMs);
    }

    /** The partition is another instance's now. */
    public void forget(int partition) {
        watermarksMs.remove(partition);
    }

    Accounting.Row accounting() {
        // What comes out is read before what goes in, so that the difference is never negative.
        var rejections = rejected.values().stream().mapToLong(LongAdder::sum).sum();
        var lateEvents = late.sum();
        var profiledEvents = profiled.sum();
        return new Accounting.Row(model, source, -1, read.sum(), profiledEvents, lateEvents, rejections);
    }

    /** NaN before the first watermark. */
    private double watermarkLagMs() {
        var lowest = watermarksMs.values().stream().mapToLong(Long::longValue).min();
        return lowest.isPresent() ? clock.millis() - lowest.getAsLong() : Double.NaN;
    }

    /** NaN before the second write-back. */
    private double commitIntervalMs() {
        long millis = writeBackMs.get();
        return millis < 0 ? Double.NaN : millis;
    }

    private LongAdder countRejected(Enum<?> reason) {
        return count(MetricName.EVENTS_REJECTED, new LongAdder(), model, source, reason.name());
    }

    private LongAdder count(MetricName name, LongAdder counter, String... tagValues) {
        FunctionCounter.builder(name.meter(), counter, LongAdder::sum)
                .tags(name.tagged(tagValues))
                .description(name.description())
                .register(registry);
        return counter;
    }
}
