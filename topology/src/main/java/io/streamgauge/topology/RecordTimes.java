package io.streamgauge.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's own timestamp, never the event time: brokers refuse far-off timestamps of what we write, and a throwing extractor
 * would stop the service. A record without timestamp gets the partition's time so far.
 */
public final class RecordTimes implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> message, long partitionTime) {
        return Math.max(0, message.timestamp() >= 0 ? message.timestamp() : partitionTime);
    }
}
