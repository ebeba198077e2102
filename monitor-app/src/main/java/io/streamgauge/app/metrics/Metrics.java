package io.streamgauge.app.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.streamgauge.app.view.Accounting;
import io.streamgauge.app.view.Dropped;
import io.streamgauge.app.view.LiveView;
import io.streamgauge.app.view.ViewFeed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * All numbers that the service exposes to Prometheus: its own ({@code streamgauge_...}, listed in the documentation), those of
 * Kafka Streams and those of the process. Models that are not configured are counted as {@code other}. Thread-safe.
 */
public final class Metrics implements Accounting, AutoCloseable {
    /** Far above what any configuration needs; a stop for what no one thought of. */
    private static final int MAX_TIME_SERIES = 20_000;

    private record SourceKey(String model, String source) {}

    private final PrometheusMeterRegistry registry;
    private final java.time.Clock clock;
    private final TagValues models;
    private final Map<SourceKey, SourceMetrics> sources = new ConcurrentHashMap<>();
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private @Nullable KafkaStreamsMetrics streamsMetrics;

    public Metrics(Collection<String> models) {
        this(models, java.time.Clock.systemUTC());
    }

    Metrics(Collection<String> models, java.time.Clock clock) {
        this.models = TagValues.of(models);
        this.clock = clock;
        this.registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
        registry.config()
                .meterFilter(MeterFilter.deny(id -> isNoise(id.getName())))
                .meterFilter(MeterFilter.maximumAllowableMetrics(MAX_TIME_SERIES));
        garbageCollection.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** The counters of one source: the same object for the same names, and cheap enough to ask for at each event. */
    public SourceMetrics source(String model, String source) {
        var key = new SourceKey(models.known(model), TagValues.SOURCES.known(source));
        var known = sources.get(key);
        return known == null ? sources.computeIfAbsent(key, this::newSource) : known;
    }

    public void score(String model, String check, Enum<?> verdict) {
        counter(MetricName.SCORES, models.known(model), TagValues.CHECKS.known(check), verdict.name());
    }

    public void alert(String model, String kind, String state) {
        counter(MetricName.ALERTS, models.known(model), TagValues.KINDS.known(kind), TagValues.STATES.known(state));
    }

    /** Exposes what the page shows: alerts firing now, and what the page had to drop or could not read. */
    public void watch(LiveView view, ViewFeed feed) {
        for (var model : models.values()) {
            for (var kind : TagValues.KINDS.values()) {
                Gauge.builder(MetricName.ALERTS_FIRING.meter(), view, source -> source.firing(model, kind))
                        .tags(MetricName.ALERTS_FIRING.tagged(model, kind))
                        .description(MetricName.ALERTS_FIRING.description())
                        .strongReference(true)
                        .register(registry);
            }
        }
        watchDropped(view, "series", Dropped::series);
        watchDropped(view, "points", Dropped::points);
        watchDropped(view, "alerts", Dropped::alerts);
        watchDropped(view, "transitions", Dropped::transitions);
        FunctionCounter.builder(MetricName.VIEW_UNREADABLE.meter(), feed, ViewFeed::unreadable)
                .description(MetricName.VIEW_UNREADABLE.description())
                .register(registry);
    }

    /** Adds the metrics of a Kafka Streams instance; those of an earlier one go away. */
    public synchronized void bind(KafkaStreams streams) {
        unbind();
        streamsMetrics = new KafkaStreamsMetrics(streams);
        streamsMetrics.bindTo(registry);
    }

    /** Lets go of the Kafka Streams instance: call before closing it. */
    public synchronized void unbind() {
        if (streamsMetrics != null) {
            streamsMetrics.close();
            streamsMetrics = null;
        }
    }

    /** Prometheus text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public List<Row> rows() {
        return sources.values().stream().map(SourceMetrics::accounting).toList();
    }

    @Override
    public void close() {
        unbind();
        garbageCollection.close();
        registry.close();
    }

    private SourceMetrics newSource(SourceKey key) {
        return new SourceMetrics(registry, clock, key.model(), key.source());
    }

    /** Of the hundreds of numbers of the Kafka clients, those that no one has ever looked at to run a monitor. */
    private static boolean isNoise(String name) {
        var ofKafka = name.startsWith("kafka.");
        return ofKafka
                && (name.startsWith("kafka.admin.") || name.contains("authentication") || name.contains(".select."));
    }

    private void counter(MetricName name, String... tagValues) {
        Counter.builder(name.meter())
                .tags(name.tagged(tagValues))
                .description(name.description())
                .register(registry)
                .increment();
    }

    private void watchDropped(LiveView view, String entry, ToLongFunction<Dropped> count) {
        FunctionCounter.builder(MetricName.VIEW_DROPPED.meter(), view, source -> count.applyAsLong(source.dropped()))
                .tags(MetricName.VIEW_DROPPED.tagged(entry))
                .description(MetricName.VIEW_DROPPED.description())
                .register(registry);
    }
}
