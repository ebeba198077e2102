package io.streamgauge.app.canary;

import io.streamgauge.app.service.GrouplessReads;
import io.streamgauge.topology.partial.Canary;
import io.streamgauge.topology.partial.ShuffledFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Which canaries has the monitor committed since this was made? Belongs to no group. Not thread-safe. */
final class CanaryWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;

    CanaryWatch(Map<String, Object> kafka, String partialsTopic) {
        Map<String, Object> properties = GrouplessReads.properties(kafka);
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(partialsTopic).stream()
                .map(info -> new TopicPartition(partialsTopic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // now, and not with the first poll
    }

    List<Canary> poll() {
        var canaries = new ArrayList<Canary>();
        for (var message : consumer.poll(POLL)) {
            if (message.value() != null && ShuffledFormat.read(message.value()) instanceof Canary canary) {
                canaries.add(canary);
            }
        }
        return canaries;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
