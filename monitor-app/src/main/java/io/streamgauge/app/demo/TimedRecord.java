package io.streamgauge.app.demo;

import java.nio.charset.StandardCharsets;

/**
 * One Kafka record of the demo's traffic and when it is due. A class rather than a record because it holds an array,
 * which is neither copied nor to be changed.
 */
public final class TimedRecord {

    private final String topic;
    private final String partitionKey;
    private final long eventTimeMs;
    private final byte[] value;

    TimedRecord(String topic, String partitionKey, long eventTimeMs, byte[] value) {
        this.topic = topic;
        this.partitionKey = partitionKey;
        this.eventTimeMs = eventTimeMs;
        this.value = value;
    }

    public String topic() {
        return topic;
    }

    /** The flight's id: the record's key, and what decides the partition. */
    public String partitionKey() {
        return partitionKey;
    }

    /** The record's Kafka timestamp; for a malformed record when it was due, whatever its bytes claim. */
    public long eventTimeMs() {
        return eventTimeMs;
    }

    /** Confluent wire format: 0, four bytes of schema id, Avro. */
    public byte[] value() {
        return value;
    }

    public byte[] key() {
        return partitionKey.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Which of so many partitions the record goes to. All events of a flight go to the same one, and each partition of a
     * topic is in event-time order.
     */
    public int partition(int partitions) {
        return Math.floorMod(StableHash.of(partitionKey), partitions);
    }
}
