package io.streamgauge.app.service;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Where are the last records of some partitions? The end offset does not say it: behind the last record there may be markers of
 * transactions and records of aborted ones.
 */
public final class InputEnds {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_STEP = 16;

    private InputEnds() {}

    /** The offset of the last committed record of each partition, -1 for one without records. */
    public static Map<TopicPartition, Long> lastOffsets(
            Map<String, Object> kafka, Collection<TopicPartition> partitions) {
        Map<String, Object> properties = GrouplessReads.properties(kafka);
        var last = new HashMap<TopicPartition, Long>();
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions); // else the consumer warns of each end that it cannot keep
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                last.put(
                        partition,
                        last(
                                consumer,
                                partition,
                                beginnings.getOrDefault(partition, 0L),
                                ends.getOrDefault(partition, 0L)));
            }
        }
        return last;
    }

    private static long last(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long beginning, long end) {
        consumer.assign(List.of(partition));
        long from = end;
        long found = -1;
        for (long step = FIRST_STEP; found < 0 && from > beginning; step *= FIRST_STEP) {
            from = Math.max(beginning, end - step);
            found = lastIn(consumer, partition, from, end);
        }
        return found;
    }

    private static long lastIn(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.seek(partition, from);
        long last = -1;
        while (consumer.position(partition) < end) {
            for (var message : consumer.poll(POLL)) {
                last = message.offset() < end ? message.offset() : last;
            }
        }
        return last;
    }
}
