package io.streamgauge.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far has a consumer group committed what it read? */
final class CommittedReads {
    private final Map<String, Object> kafka;
    private final String group;

    CommittedReads(Map<String, Object> kafka, String group) {
        this.kafka = kafka;
        this.group = group;
    }

    /** Whether the group has committed past the last committed record of every partition of the topics. */
    boolean reachedTheEndOf(List<String> topics) {
        try (Admin admin = Admin.create(kafka)) {
            // Topic by topic in the order of the flow: reading one to its end may add records to the next.
            for (String topic : topics) {
                if (!reachedTheEndOf(admin, topic)) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot read the offsets of group '" + group + "'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean reachedTheEndOf(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var partitions = new ArrayList<TopicPartition>();
        admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .values()
                .forEach(description -> description
                        .partitions()
                        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        Map<TopicPartition, Long> lastOffsets = InputEnds.lastOffsets(kafka, partitions);
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return lastOffsets.entrySet().stream().allMatch(last -> {
            OffsetAndMetadata reached = committed.get(last.getKey());
            return last.getValue() < 0 || (reached != null && reached.offset() > last.getValue());
        });
    }
}
