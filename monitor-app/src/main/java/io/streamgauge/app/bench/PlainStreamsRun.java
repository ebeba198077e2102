package io.streamgauge.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** A topology that is not ours, run with the monitor's properties. */
abstract class PlainStreamsRun implements Run {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    final Stage stage;
    private final Contender contender;

    PlainStreamsRun(Stage stage, Contender contender) {
        this.stage = stage;
        this.contender = contender;
    }

    /** Built for one repetition. */
    abstract Topology topology(Meter meter) throws IOException;

    /** How often the meter counts for an event. */
    int countsOfEvent() {
        return 1;
    }

    void adapt(Properties properties) {}

    @Override
    public Measurement measure(int repetition) throws Exception {
        String id = contender.applicationId(repetition);
        Properties properties = MonitorProperties.streams(stage, contender, id);
        // These topologies see each record, as their kind does.
        properties.remove(StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG));
        properties.remove(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG);
        adapt(properties);
        Meter meter = stage.newMeter();
        var failure = new AtomicReference<@Nullable Throwable>();
        Meter.Interval interval;
        try (var streams = new KafkaStreams(topology(meter), properties)) {
            streams.setUncaughtExceptionHandler(fault -> {
                failure.set(fault);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.start();
            interval = meter.await(stage.events(), countsOfEvent(), PATIENCE);
            streams.close(CloseOptions.timeout(PATIENCE));
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the topology of " + contender + " failed", failure.get());
        }
        return interval.with(InternalTopics.bytes(stage.bootstrapServers(), id));
    }
}
