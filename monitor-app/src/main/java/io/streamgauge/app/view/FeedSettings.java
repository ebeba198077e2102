package io.streamgauge.app.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * What the live view reads.
 *
 * @param kafka client properties of the user; what the feed needs to be right is set over them
 * @param alertTopics one per kind; topics that do not exist yet are looked for again
 */
public record FeedSettings(Map<String, Object> kafka, String scoresTopic, List<String> alertTopics) {
    public FeedSettings {
        kafka = Map.copyOf(kafka);
        alertTopics = List.copyOf(alertTopics);
    }

    List<String> topics() {
        var topics = new ArrayList<>(alertTopics);
        topics.add(scoresTopic);
        return topics;
    }

    Map<String, Object> consumerProperties() {
        var properties = new HashMap<>(kafka);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.putIfAbsent(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 10_000);
        return properties;
    }
}
