package io.streamgauge.app.service;

import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.topology.MonitorTopology;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** The running topology: started, watched, stopped. */
public final class Monitor implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(25);

    private final MonitorConfig config;
    private final Connections connections;
    private final TopologySettings settings;
    private final KafkaStreams streams;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Monitor(MonitorConfig config, Connections connections, TopologySettings settings, TopologyMeter meter) {
        this.config = config;
        this.connections = connections;
        this.settings = settings;
        Properties properties = StreamsProperties.of(config);
        var topology = new MonitorTopology(settings, connections.registry(), connections.records(), meter);
        streams = new KafkaStreams(topology.build(properties), properties);
        streams.setUncaughtExceptionHandler(new FailureBudget(failure::set));
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                stopped.countDown();
            }
        });
    }

    /** Starts; the settings come from a {@link Preparation}. */
    public static Monitor start(
            MonitorConfig config, Connections connections, TopologySettings settings, TopologyMeter meter) {
        var monitor = new Monitor(config, connections, settings, meter);
        monitor.streams.start();
        return monitor;
    }

    public TopologySettings settings() {
        return settings;
    }

    public KafkaStreams streams() {
        return streams;
    }

    /** Follows the marks of this monitor; close it when done. */
    public MarkWatch watchMarks() {
        return new MarkWatch(connections.kafka(), settings.topics().partials());
    }

    /** How many partitions all sources of all models have, with those of the pairs of rows. */
    public int sourcePartitions() {
        return settings.models().stream()
                .mapToInt(model -> model.sources().stream()
                                .mapToInt(SourceSettings::partitions)
                                .sum()
                        + (model.skew() == null ? 0 : settings.pairsPartitions()))
                .sum();
    }

    /** Whether a bounded input was read to its end and everything that follows from it was committed. */
    public boolean isDone(MarkWatch marks) {
        BoundedInput bounded = settings.bounded();
        return bounded != null
                && marks.allEnded(sourcePartitions(), bounded)
                && new CommittedReads(connections.kafka(), config.application().id())
                        .reachedTheEndOf(List.of(
                                settings.topics().partials(), settings.topics().scores()));
    }

    /** Waits until the topology stopped, by itself or by {@link #close}; false after the timeout. */
    public boolean awaitStop(Duration timeout) throws InterruptedException {
        return stopped.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why the topology gave up; null if it did not. */
    public @Nullable Throwable failure() {
        return failure.get();
    }

    /** Drains: what was read is finished and committed. */
    @Override
    public void close() {
        streams.close(CloseOptions.timeout(DRAIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
}
