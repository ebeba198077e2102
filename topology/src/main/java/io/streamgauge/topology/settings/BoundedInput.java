package io.streamgauge.topology.settings;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the input ends, if it ends: the offset of the last record of each input partition, -1 for an empty one. With it the wall
 * clock plays no part: a partition says {@code ended} at its last record.
 */
public record BoundedInput(Map<TopicPartition, Long> lastOffsets) {
    public BoundedInput {
        lastOffsets = Map.copyOf(lastOffsets);
    }

    public long lastOffset(String topic, int partition) {
        return lastOffsets.getOrDefault(new TopicPartition(topic, partition), -1L);
    }
}
