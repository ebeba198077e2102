package io.streamgauge.app.service;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.BoundedInput;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far has each input partition come? Reads the committed marks of the partials topic from the beginning; belongs to no group.
 * Not thread-safe.
 */
public final class MarkWatch implements AutoCloseable {
    private static final Comparator<SourcePartition> ORDER = Comparator.comparing(SourcePartition::model)
            .thenComparing(SourcePartition::source)
            .thenComparing(SourcePartition::topic)
            .thenComparing(SourcePartition::partition);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SortedMap<SourcePartition, Mark> marks = new TreeMap<>(ORDER);

    MarkWatch(Map<String, Object> kafka, String partialsTopic) {
        Map<String, Object> properties = GrouplessReads.properties(kafka);
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(partialsTopic).stream()
                .map(info -> new TopicPartition(partialsTopic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes in the marks that were committed since. */
    public void poll(Duration timeout) {
        for (var message : consumer.poll(timeout)) {
            if (ShuffledFormat.read(message.value()) instanceof Mark mark) {
                marks.put(mark.from(), mark);
            }
        }
    }

    /** Last mark of each partition, by model, source, topic and partition. */
    public SortedMap<SourcePartition, Mark> marks() {
        return marks;
    }

    /** What became of the records of each partition, as of its last mark. */
    public SortedMap<SourcePartition, Accounting> accounting() {
        var accounting = new TreeMap<SourcePartition, Accounting>(ORDER);
        marks.forEach((from, mark) -> accounting.put(from, mark.accounting()));
        return accounting;
    }

    /** Whether all of {@code expected} partitions have read their last record. */
    boolean allEnded(int expected, BoundedInput bounded) {
        long ended = marks.values().stream()
                .filter(mark -> mark.kind() == Mark.Kind.ENDED)
                .filter(mark -> mark.from().source() == Source.REFERENCE
                        || mark.accounting().lastOffset()
                                >= bounded.lastOffset(
                                        mark.from().topic(), mark.from().partition()))
                .count();
        return ended == expected;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
