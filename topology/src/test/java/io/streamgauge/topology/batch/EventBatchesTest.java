package io.streamgauge.topology.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventBatchesTest {
    private static final TopicPartition EVENTS = new TopicPartition("events", 1);
    private static final TopicPartition PARTIALS = new TopicPartition("partials", 0);

    private static List<ConsumerRecord<byte[], byte[]>> records(TopicPartition from, int count) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (int i = 0; i < count; i++) {
            records.add(new ConsumerRecord<>(
                    from.topic(),
                    from.partition(),
                    40 + i,
                    1_000 + i,
                    TimestampType.CREATE_TIME,
                    1,
                    1,
                    new byte[] {9},
                    new byte[] {(byte) i},
                    new RecordHeaders().add("streamgauge-batch", new byte[] {1}),
                    Optional.of(3)));
        }
        return records;
    }

    private static ConsumerRecords<byte[], byte[]> polled(
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records) {
        return new ConsumerRecords<>(records, Map.of(EVENTS, new OffsetAndMetadata(45)));
    }

    private static ConsumerRecords<byte[], byte[]> passed(ConsumerRecords<byte[], byte[]> polled) {
        try (var batches = new EventBatches()) {
            batches.configure(Map.of(EventBatches.TOPICS_CONFIG, "more,events"));
            return batches.onConsume(polled);
        }
    }

    @Test
    void recordsOfAPartitionBecomeTheFirstOneWithAllInAHeader() {
        var records = records(EVENTS, 5);

        var passed = passed(polled(Map.of(EVENTS, records)));

        assertThat(passed.records(EVENTS)).singleElement().satisfies(one -> {
            assertThat(one.offset()).isEqualTo(40);
            assertThat(one.timestamp()).isEqualTo(1_000);
            assertThat(one.leaderEpoch()).hasValue(3);
            assertThat(one.value()).containsExactly(0);
            EventBatch batch = EventBatch.in(one.headers());
            assertThat(batch).isNotNull();
            assertThat(batch.records()).isEqualTo(records);
        });
        assertThat(passed.nextOffsets()).isEqualTo(Map.of(EVENTS, new OffsetAndMetadata(45)));
    }

    @Test
    void otherTopicsAndSingleRecordsPassAsTheyAre() {
        var one = records(EVENTS, 1);
        var others = records(PARTIALS, 3);

        var passed = passed(polled(Map.of(EVENTS, one, PARTIALS, others)));

        assertThat(passed.records(EVENTS)).isEqualTo(one);
        assertThat(passed.records(PARTIALS)).isEqualTo(others);
    }

    @Test
    void aRecordCannotPretendToBeABatch() {
        assertThat(EventBatch.in(records(EVENTS, 1).get(0).headers())).isNull();
    }

    @Test
    void withoutTopicsNothingIsBatched() {
        var records = records(EVENTS, 2);
        try (var batches = new EventBatches()) {
            batches.configure(Map.of());

            assertThat(batches.onConsume(polled(Map.of(EVENTS, records))).records(EVENTS))
                    .isEqualTo(records);
        }
    }
}
