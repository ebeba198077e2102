package io.streamgauge.topology.failure;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops at a record of our own topics that does not decode. Records of input topics never get here: they are read as bytes, and
 * what does not decode is rejected by ingest with its reason. A broken record of our own means that somebody else wrote to the
 * topic, or an unreachable registry; to go on would lose it.
 */
public final class StopOnUndecodable implements DeserializationExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StopOnUndecodable.class);

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> message, Exception exception) {
        LOG.error(
                "record {}-{}@{} is not one of ours: {}",
                message.topic(),
                message.partition(),
                message.offset(),
                exception.getMessage());
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
