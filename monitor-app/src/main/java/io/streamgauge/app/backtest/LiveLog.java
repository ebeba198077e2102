package io.streamgauge.app.backtest;

import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.service.BrokerTopics;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.GrouplessReads;
import io.streamgauge.app.service.InputEnds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the live service has written so far; only ever read. */
final class LiveLog {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Connections connections;
    private final Set<String> existing;

    LiveLog(Connections connections, Set<String> existing) {
        this.connections = connections;
        this.existing = existing;
    }

    static LiveLog of(MonitorConfig config, Connections connections) {
        return new LiveLog(connections, BrokerTopics.names(config, connections));
    }

    boolean has(String topic) {
        return existing.contains(topic);
    }

    /** Hands over all committed values of a topic, partition by partition in the order of their logs. */
    <V> void forEach(String topic, Deserializer<V> values, Consumer<V> consumer) {
        if (!has(topic)) {
            return;
        }
        Map<String, Object> properties = GrouplessReads.properties(connections.kafka());
        try (var reader = new KafkaConsumer<>(properties, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = new ArrayList<>();
            reader.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            Map<TopicPartition, Long> ends = InputEnds.lastOffsets(connections.kafka(), partitions);
            for (TopicPartition partition : partitions) {
                read(reader, partition, ends.getOrDefault(partition, -1L), consumer);
            }
        }
    }

    private static <V> void read(
            KafkaConsumer<String, V> reader, TopicPartition partition, long last, Consumer<V> consumer) {
        reader.assign(List.of(partition));
        reader.seekToBeginning(List.of(partition));
        while (reader.position(partition) <= last) {
            reader.poll(POLL).records(partition).forEach(message -> {
                if (message.value() != null && message.offset() <= last) {
                    consumer.accept(message.value());
                }
            });
        }
    }
}
