package io.streamgauge.topology.batch;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive records of one partition that go through Kafka Streams as one: in a header of the first of them, which Streams hands on
 * untouched. See {@link EventBatches}.
 */
public final class EventBatch implements Header {
    private static final String KEY = "streamgauge-batch";
    private static final byte[] NOTHING = {};

    private final List<ConsumerRecord<byte[], byte[]>> records;

    EventBatch(List<ConsumerRecord<byte[], byte[]>> records) {
        this.records = records;
    }

    /** The batch that came with these headers; null if the record stands for itself. Nobody else can make one: bytes do not. */
    public static @Nullable EventBatch in(Headers headers) {
        return headers.lastHeader(KEY) instanceof EventBatch batch ? batch : null;
    }

    /** At least one, in the order of the log. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public byte[] value() {
        return NOTHING;
    }
}
