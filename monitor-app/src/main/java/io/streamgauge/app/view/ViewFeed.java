package io.streamgauge.app.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings committed scores, window marks and alerts from their topics into a {@link LiveView}, from the beginning, on a thread of
 * its own. It belongs to no consumer group, so that each instance of the service shows everything. While the brokers, the topics
 * or the schema registry are away it says so once and goes on trying where it stopped; a record that cannot be read is counted
 * and passed over.
 */
public final class ViewFeed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ViewFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration METADATA_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration PARTITION_REFRESH = Duration.ofSeconds(30);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final FeedSettings settings;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<GenericRecord> values;
    private final LiveView view;
    private final Thread thread = new Thread(this::run, "streamgauge-view-feed");
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicLong unreadable = new AtomicLong();
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>(); // only the thread touches it
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable String problem = "the live view has not connected to Kafka yet";

    ViewFeed(
            FeedSettings settings,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Deserializer<GenericRecord> values,
            LiveView view) {
        this.settings = settings;
        this.consumers = consumers;
        this.values = values;
        this.view = view;
    }

    /** @param values of {@code RegistrySerde}: must throw {@code SerializationException} only for what will never be readable */
    public static ViewFeed start(FeedSettings settings, Deserializer<GenericRecord> values, LiveView view) {
        var bytes = new ByteArrayDeserializer();
        var feed = new ViewFeed(
                settings, () -> new KafkaConsumer<>(settings.consumerProperties(), bytes, bytes), values, view);
        feed.start();
        return feed;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Why nothing is being read at the moment; empty while all is well. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Records that were passed over because they are no score, window mark or alert that this version can read. */
    public long unreadable() {
        return unreadable.get();
    }

    /** Stops the thread and waits for it. May be called again. */
    @Override
    public void close() {
        stop.countDown();
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped()) {
            try (var opened = consumers.get()) {
                consumer = opened;
                read(opened);
            } catch (WakeupException e) {
                log.debug("the live view stops");
            } catch (RuntimeException e) {
                fail(e);
            } finally {
                consumer = null;
            }
        }
    }

    private void read(Consumer<byte[], byte[]> from) {
        var refreshAt = System.nanoTime();
        while (!stopped()) {
            if (System.nanoTime() - refreshAt >= 0) {
                var complete = assignAll(from);
                refreshAt = System.nanoTime() + (complete ? PARTITION_REFRESH : RETRY).toNanos();
            }
            if (from.assignment().isEmpty()) {
                pause();
                continue;
            }
            for (var entry : from.poll(POLL)) {
                accept(entry);
                nextOffsets.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset() + 1);
            }
        }
    }

    /** Returns whether all topics exist. */
    private boolean assignAll(Consumer<byte[], byte[]> to) {
        var partitions = new ArrayList<TopicPartition>();
        var missing = new ArrayList<String>();
        for (var topic : settings.topics()) {
            var known = to.partitionsFor(topic, METADATA_TIMEOUT);
            if (known == null || known.isEmpty()) {
                missing.add(topic);
                continue;
            }
            known.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        partitions.removeAll(to.assignment());
        if (!partitions.isEmpty()) {
            assignAlso(to, partitions);
        }
        report(missing.isEmpty() ? null : "the live view waits for topic " + String.join(", ", missing));
        return missing.isEmpty();
    }

    private void assignAlso(Consumer<byte[], byte[]> to, List<TopicPartition> added) {
        var all = new ArrayList<>(to.assignment());
        all.addAll(added);
        to.assign(all);
        for (var partition : added) {
            var next = nextOffsets.get(partition);
            if (next == null) {
                to.seekToBeginning(List.of(partition));
            } else {
                to.seek(partition, next);
            }
        }
    }

    private void accept(ConsumerRecord<byte[], byte[]> entry) {
        try {
            var row = values.deserialize(entry.topic(), entry.value());
            if (row != null) {
                show(row);
            }
        } catch (SerializationException | IllegalArgumentException e) {
            unreadable.incrementAndGet();
            log.debug("{}-{}@{} cannot be shown", entry.topic(), entry.partition(), entry.offset(), e);
        }
    }

    private void show(GenericRecord row) {
        var contract = row.getSchema().getName();
        switch (contract) {
            case "Score" -> view.accept(ScoreRow.of(row));
            case "WindowMark" -> view.accept(WindowRow.of(row));
            case "Alert" -> view.accept(AlertRow.of(row));
            default -> throw new IllegalArgumentException("no such contract: " + contract);
        }
    }

    private void fail(RuntimeException e) {
        report("the live view cannot read: " + e.getMessage());
        log.debug("the live view cannot read", e);
        pause();
    }

    /** Logs only changes: an outage must not fill the log. */
    private void report(@Nullable String now) {
        var before = problem;
        problem = now;
        if (now != null && !now.equals(before)) {
            log.warn("{}", now);
        } else if (now == null && before != null) {
            log.info("the live view reads {}", settings.topics());
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void pause() {
        try {
            if (stop.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("the live view stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
