package io.streamgauge.alerts.subscriber;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.record.AlertRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Which alerts were committed? Reads alert topics with {@code isolation.level=read_committed}, so that an alert of an aborted
 * transaction is never seen and each one is seen once.
 *
 * <p>With a {@code group.id} in the properties it is a member of that group and goes on where the group stopped; without one it
 * reads every partition from the beginning. Not thread-safe but for {@link #wakeup()}.
 */
public final class AlertSubscriber implements AutoCloseable {
    private final KafkaConsumer<String, GenericRecord> consumer;

    /**
     * @param kafka client properties; {@code bootstrap.servers} at least
     * @param topics alert topics to read
     * @param alerts decodes the values: that of a {@code RegistrySerde}, or Confluent's own
     */
    public AlertSubscriber(Map<String, ?> kafka, Collection<String> topics, Deserializer<GenericRecord> alerts) {
        var properties = new HashMap<String, Object>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        boolean inGroup = properties.containsKey(ConsumerConfig.GROUP_ID_CONFIG);
        if (!inGroup) {
            properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        }
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), alerts);
        if (inGroup) {
            consumer.subscribe(topics);
        } else {
            List<TopicPartition> partitions = partitionsOf(topics);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
    }

    private List<TopicPartition> partitionsOf(Collection<String> topics) {
        var partitions = new ArrayList<TopicPartition>();
        for (String topic : topics) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        return partitions;
    }

    /** The next alerts in the order of their topics' logs; empty if none came within {@code timeout}. */
    public List<Alert> poll(Duration timeout) {
        var alerts = new ArrayList<Alert>();
        for (ConsumerRecord<String, GenericRecord> message : consumer.poll(timeout)) {
            if (message.value() != null) {
                alerts.add(AlertRecord.read(message.value()));
            }
        }
        return alerts;
    }

    /** Passes over what is in the topics now; only for a subscriber without a group. */
    public void skipToEnd() {
        consumer.seekToEnd(consumer.assignment());
    }

    /** Whether everything committed so far has been read. */
    public boolean caughtUp() {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Ends a waiting {@link #poll} of another thread with a {@code WakeupException}. */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
