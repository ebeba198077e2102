package io.streamgauge.topology.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Makes one record of all records that a poll brought of a partition of the input topics, before Kafka Streams sees them. Streams spends
 * on each record about as much as decoding and counting it costs: queues, contexts, sensors, clocks. For a batch it spends that once.
 *
 * <p>The record is the first one, with its offset, and carries the others in a header ({@link EventBatch}). So what Streams does with
 * offsets stays right: it commits the offset of the first record that it has not yet given to a processor or, if there is none, the
 * consumer's next one, and a batch is given to the processor as a whole.
 *
 * <p>An interceptor of the main consumer, configured with {@value #TOPICS_CONFIG}; records of other topics pass as they are.
 */
public final class EventBatches implements ConsumerInterceptor<byte[], byte[]> {
    /** The topics whose processors know of batches, separated by commas. */
    public static final String TOPICS_CONFIG = "streamgauge.batched.topics";

    private Set<String> topics = Set.of();

    @Override
    public void configure(Map<String, ?> configs) {
        Object names = configs.get(TOPICS_CONFIG);
        topics = names == null ? Set.of() : Set.of(names.toString().split(",", -1));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> polled) {
        if (polled.isEmpty()) {
            return polled;
        }
        var passed = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            boolean batched = topics.contains(partition.topic()) && records.size() > 1;
            passed.put(partition, batched ? List.of(asOne(records)) : records);
        }
        return new ConsumerRecords<>(passed, polled.nextOffsets());
    }

    private static ConsumerRecord<byte[], byte[]> asOne(List<ConsumerRecord<byte[], byte[]>> records) {
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        var headers = new RecordHeaders(first.headers());
        headers.add(new EventBatch(records));
        return new ConsumerRecord<>(
                first.topic(),
                first.partition(),
                first.offset(),
                first.timestamp(),
                first.timestampType(),
                first.serializedKeySize(),
                first.serializedValueSize(),
                first.key(),
                first.value(),
                headers,
                first.leaderEpoch(),
                Optional.empty());
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // nothing to do
    }

    @Override
    public void close() {
        // nothing to do
    }
}
