package io.streamgauge.systemtests;

import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.SourcePartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is in a topic, for everybody or for those who see committed records only? */
final class CommittedRecords {
    private static final Duration POLL = Duration.ofMillis(200);

    private CommittedRecords() {}

    /** Everything that was committed to the topics by now. */
    static List<Message> read(String bootstrapServers, Collection<String> topics) {
        return read(bootstrapServers, topics, "read_committed");
    }

    /** Also what was written by transactions that were aborted. */
    static List<Message> readWithAborted(String bootstrapServers, Collection<String> topics) {
        return read(bootstrapServers, topics, "read_uncommitted");
    }

    private static List<Message> read(String bootstrapServers, Collection<String> topics, String isolation) {
        var messages = new ArrayList<Message>();
        try (var consumer = consumer(bootstrapServers, topics, isolation)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    messages.add(new Message(
                            record.topic(), record.key() == null ? new byte[0] : record.key(), record.value()));
                }
            }
        }
        return messages;
    }

    /** The last committed mark of each source partition. */
    static Map<SourcePartition, Mark> lastMarks(String bootstrapServers, String partialsTopic) {
        var marks = new HashMap<SourcePartition, Mark>();
        for (Message message : read(bootstrapServers, List.of(partialsTopic))) {
            if (ShuffledFormat.read(message.value()) instanceof Mark mark) {
                marks.put(mark.from(), mark);
            }
        }
        return marks;
    }

    static boolean exists(String bootstrapServers, String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            return admin.listTopics().names().get().contains(topic);
        }
    }

    /** At the beginning of every partition, in no group. */
    static KafkaConsumer<byte[], byte[]> consumer(
            String bootstrapServers, Collection<String> topics, String isolation) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        isolation,
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
