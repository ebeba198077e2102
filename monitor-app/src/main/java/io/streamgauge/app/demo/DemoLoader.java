package io.streamgauge.app.demo;

import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.topology.settings.BoundedInput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts the demo's traffic into Kafka: at once, or at a multiple of the speed at which it happened. */
public final class DemoLoader {
    public static final List<String> TOPICS = List.of(
            DemoTraffic.FEATURES_TOPIC,
            DemoTraffic.PREDICTIONS_TOPIC,
            DemoTraffic.LABELS_TOPIC,
            DemoTraffic.TRAINING_TOPIC);

    private static final long PACE_NANOS = 20_000_000;

    private final Map<String, Object> kafka;
    private final SchemaRegistry registry;
    private final int partitions;
    private final Instant from;
    private final Instant end;

    /** Of all five months. */
    public DemoLoader(Map<String, Object> kafka, SchemaRegistry registry, int partitions) {
        this(kafka, registry, partitions, DemoTraffic.REPLAY_START, DemoTraffic.REPLAY_END);
    }

    /** Of the part of them between two event times, the end exclusive. */
    public DemoLoader(Map<String, Object> kafka, SchemaRegistry registry, int partitions, Instant from, Instant end) {
        this.kafka = Map.copyOf(kafka);
        this.registry = registry;
        this.partitions = partitions;
        this.from = from;
        this.end = end;
    }

    public void createTopics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(TOPICS.stream()
                            .map(topic -> new NewTopic(topic, partitions, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** What was sent: how many records, how many of them malformed, and where each partition ends. */
    public record Loaded(long records, int malformed, BoundedInput ends) {
        /** How many of the records are profiled: all but those of training. */
        public long events() {
            return records - of(DemoTraffic.TRAINING_TOPIC);
        }

        /** How many rows are to be paired: those of training and the sound ones of the features. */
        public long rows() {
            return of(DemoTraffic.TRAINING_TOPIC) + of(DemoTraffic.FEATURES_TOPIC) - malformed;
        }

        private long of(String topic) {
            return ends.lastOffsets().entrySet().stream()
                    .filter(last -> last.getKey().topic().equals(topic))
                    .mapToLong(last -> last.getValue() + 1)
                    .sum();
        }
    }

    /** Counts what {@link #load} will send, without sending it. */
    public Loaded count() {
        return replay(record -> {}, null, () -> false);
    }

    /**
     * Sends all records.
     *
     * @param speed event time to clock time, null for as fast as possible
     * @param stop asked between records
     */
    public Loaded load(@Nullable Double speed, BooleanSupplier stop) {
        var failure = new AtomicReference<@Nullable Exception>();
        try (var producer =
                new KafkaProducer<>(producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            return replay(record -> send(producer, record, failure), speed, stop);
        }
    }

    private void send(
            KafkaProducer<byte[], byte[]> producer, TimedRecord record, AtomicReference<@Nullable Exception> failure) {
        var message = new ProducerRecord<>(
                record.topic(), record.partition(partitions), record.eventTimeMs(), record.key(), record.value());
        // The future is of no use: what fails is remembered, and stops the next record.
        Future<?> unused = producer.send(message, (sent, refused) -> failure.compareAndSet(null, refused));
        if (failure.get() != null) {
            throw new IllegalStateException("a record of the demo could not be written", failure.get());
        }
    }

    private Loaded replay(Consumer<TimedRecord> send, @Nullable Double speed, BooleanSupplier stop) {
        var last = new HashMap<TopicPartition, Long>();
        TOPICS.forEach(topic -> {
            for (int partition = 0; partition < partitions; partition++) {
                last.put(new TopicPartition(topic, partition), -1L);
            }
        });
        long records = 0;
        try (var traffic = DemoTraffic.replay(registry, from, end)) {
            var pace = speed == null ? null : new Pace(speed);
            while (traffic.hasNext() && !stop.getAsBoolean()) {
                TimedRecord record = traffic.next();
                if (pace != null) {
                    pace.await(record.eventTimeMs());
                }
                send.accept(record);
                last.merge(new TopicPartition(record.topic(), record.partition(partitions)), 1L, Long::sum);
                records++;
            }
            return new Loaded(records, traffic.malformed(), new BoundedInput(last));
        }
    }

    private Map<String, Object> producerProperties() {
        var properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return properties;
    }

    /** Holds events back until their time has come. */
    private static final class Pace {
        private final double speed;
        private final long startNanos = System.nanoTime();
        private long firstEventMs = Long.MIN_VALUE;

        Pace(double speed) {
            this.speed = speed;
        }

        void await(long eventMs) {
            if (firstEventMs == Long.MIN_VALUE) {
                firstEventMs = eventMs;
            }
            long dueNanos = startNanos + (long) ((eventMs - firstEventMs) * 1_000_000.0 / speed);
            for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
                LockSupport.parkNanos(Math.min(left, PACE_NANOS));
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }
}
