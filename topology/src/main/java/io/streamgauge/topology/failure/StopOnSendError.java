package io.streamgauge.topology.failure;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries a send that may succeed later and stops at any other: under exactly-once the transaction is lost either way, and
 * without it a dropped send is a lost alert. Record sizes are bounded before they are sent, so that no record can stop us for
 * being too large.
 */
public final class StopOnSendError implements ProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StopOnSendError.class);

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> message, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        LOG.error("writing to {} failed: {}", message.topic(), exception.toString());
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
