package io.streamgauge.topology.failure;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops at any exception of a processor. Bad input never throws here (ingest rejects it as data), so what arrives is a failed send,
 * a broken store, an unreachable registry or a bug. Going on would be wrong: Streams hands this handler even the error of an
 * earlier send, and has forgotten it by then, and what a processor wrote before it threw stays written.
 */
public final class StopOnProcessingError implements ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StopOnProcessingError.class);

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> message, Exception exception) {
        LOG.error(
                "{} failed at {}-{}@{}: {}",
                context.processorNodeId(),
                context.topic(),
                context.partition(),
                context.offset(),
                exception.toString());
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
