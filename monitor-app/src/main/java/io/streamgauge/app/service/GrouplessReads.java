package io.streamgauge.app.service;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Properties of a consumer that reads what is committed, from where it is told to, and belongs to no group: nobody but the brokers notices it. */
public final class GrouplessReads {
    private GrouplessReads() {}

    /** @param kafka how the brokers are reached; whatever it says of groups is left out */
    public static Map<String, Object> properties(Map<String, Object> kafka) {
        var properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        return properties;
    }
}
