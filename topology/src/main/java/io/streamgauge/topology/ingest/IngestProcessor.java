package io.streamgauge.topology.ingest;

import io.streamgauge.topology.batch.EventBatch;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.state.Commits;
import io.streamgauge.topology.state.LiveStore;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Runs {@link Ingest} in a task of Kafka Streams. */
final class IngestProcessor implements Processor<byte[], byte[], String, IngestOutput> {
    private static final Duration LOOK_FOR_SILENCE_EVERY = Duration.ofSeconds(1);

    private final IngestDefinition definition;
    private ProcessorContext<String, IngestOutput> context;
    private Ingest ingest;
    private Commits commits;
    private long newestRecordMs;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    IngestProcessor(IngestDefinition definition) {
        this.definition = definition;
    }

    @Override
    public void init(ProcessorContext<String, IngestOutput> processorContext) {
        context = processorContext;
        LiveStore<LiveValue> store = processorContext.getStateStore(definition.storeName());
        commits = Commits.of(
                processorContext,
                store,
                definition.source().partitions(),
                millis -> definition
                        .meter()
                        .written(definition.model(), definition.source().source(), millis));
        ingest = new Ingest(
                definition,
                processorContext.taskId().partition(),
                store,
                this::forward,
                processorContext.currentSystemTimeMs());
        processorContext.schedule(
                LOOK_FOR_SILENCE_EVERY, PunctuationType.WALL_CLOCK_TIME, wallMs -> ingest.lookForSilence(wallMs));
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        EventBatch batch = EventBatch.in(message.headers());
        if (batch == null) {
            RecordMetadata where = context.recordMetadata()
                    .orElseThrow(() -> new IllegalStateException("a record of an input topic without coordinates"));
            process(where.offset(), message.timestamp(), message.key(), message.value(), message.headers());
        } else {
            for (ConsumerRecord<byte[], byte[]> one : batch.records()) {
                process(one.offset(), one.timestamp(), one.key(), one.value(), one.headers());
            }
        }
        ingest.settle(); // a commit may follow
    }

    private void process(long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long recordMs = timestamp < 0 ? newestRecordMs : timestamp;
        newestRecordMs = Math.max(newestRecordMs, recordMs);
        ingest.process(offset, recordMs, key, value, headers, context.currentSystemTimeMs());
    }

    @Override
    public void close() {
        definition
                .meter()
                .released(
                        definition.model(),
                        definition.source().source(),
                        context.taskId().partition());
    }

    /** Under the current record's timestamp, never under the event time: brokers refuse far-off timestamps. */
    private void forward(IngestOutput output) {
        context.forward(
                new Record<>(definition.model(), output, Math.max(newestRecordMs, context.currentStreamTimeMs())));
        if (output instanceof IngestOutput.ToAssess out && out.record() instanceof Mark) {
            commits.sentEndOfWindow();
        } else {
            commits.sent();
        }
    }
}
