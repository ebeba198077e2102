package io.streamgauge.app.demo;

import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.SchemaRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Facts about a whole run of the demo's traffic, which is too long to be kept. */
final class TrafficSummary {

    private final Map<String, Integer> countByTopic = new HashMap<>();
    private final Map<Partition, Integer> countByPartition = new HashMap<>();
    private final Map<Partition, Long> latestByPartition = new HashMap<>();
    private final MessageDigest sha = sha256();
    private final int[] partitionCounts;
    private String digest = "";
    private int outOfOrder;
    private int malformed;
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    private record Partition(String topic, int of, int number) {}

    private TrafficSummary(int[] partitionCounts) {
        this.partitionCounts = partitionCounts;
    }

    static TrafficSummary of(Function<SchemaRegistry, DemoTraffic> source, int... partitionCounts) {
        var summary = new TrafficSummary(partitionCounts);
        try (var traffic = source.apply(new InMemoryRegistry())) {
            traffic.forEachRemaining(summary::add);
            summary.malformed = traffic.malformed();
        }
        summary.digest = HexFormat.of().formatHex(summary.sha.digest());
        return summary;
    }

    Map<String, Integer> countByTopic() {
        return countByTopic;
    }

    List<Integer> countByPartition(String topic, int partitions) {
        return countByPartition.entrySet().stream()
                .filter(entry ->
                        entry.getKey().topic().equals(topic) && entry.getKey().of() == partitions)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Over keys and values of all records in their order. */
    String digest() {
        return digest;
    }

    /** How many records came after a later one of their partition. */
    int outOfOrder() {
        return outOfOrder;
    }

    int malformed() {
        return malformed;
    }

    Instant first() {
        return Instant.ofEpochMilli(firstMs);
    }

    Instant last() {
        return Instant.ofEpochMilli(lastMs);
    }

    private void add(TimedRecord event) {
        countByTopic.merge(event.topic(), 1, Integer::sum);
        sha.update(event.key());
        sha.update(event.value());
        firstMs = Math.min(firstMs, event.eventTimeMs());
        lastMs = Math.max(lastMs, event.eventTimeMs());
        for (var partitions : partitionCounts) {
            var partition = new Partition(event.topic(), partitions, event.partition(partitions));
            countByPartition.merge(partition, 1, Integer::sum);
            var previous = latestByPartition.put(partition, event.eventTimeMs());
            if (previous != null && previous > event.eventTimeMs()) {
                outOfOrder++;
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
