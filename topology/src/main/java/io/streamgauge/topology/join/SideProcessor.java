package io.streamgauge.topology.join;

import io.streamgauge.topology.batch.EventBatch;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.state.Commits;
import io.streamgauge.topology.state.LiveStore;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Runs {@link SideReader} in a task of Kafka Streams. */
final class SideProcessor implements Processor<byte[], byte[], String, SideOutput> {
    private static final Duration LOOK_FOR_SILENCE_EVERY = Duration.ofSeconds(1);

    private final SideDefinition definition;
    private ProcessorContext<String, SideOutput> context;
    private SideReader reader;
    private PairsBatches batches;
    private Commits commits;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    SideProcessor(SideDefinition definition) {
        this.definition = definition;
    }

    @Override
    public void init(ProcessorContext<String, SideOutput> processorContext) {
        context = processorContext;
        LiveStore<SidePosition> store = processorContext.getStateStore(definition.storeName());
        commits = Commits.of(processorContext, store);
        int partition = processorContext.taskId().partition();
        var from = new Side(definition.serving(), partition);
        batches = new PairsBatches(from, definition.pairsPartitions(), batch -> forward(new SideOutput.ToPairs(batch)));
        reader = new SideReader(
                definition,
                partition,
                store,
                batches::add,
                record -> forward(new SideOutput.ToRejected(record)),
                processorContext.currentSystemTimeMs());
        processorContext.schedule(LOOK_FOR_SILENCE_EVERY, PunctuationType.WALL_CLOCK_TIME, this::lookForSilence);
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        long wallMs = context.currentSystemTimeMs();
        EventBatch batch = EventBatch.in(message.headers());
        if (batch == null) {
            RecordMetadata where = context.recordMetadata()
                    .orElseThrow(() -> new IllegalStateException("a record of an input topic without coordinates"));
            reader.process(
                    where.offset(), message.timestamp(), message.key(), message.value(), message.headers(), wallMs);
        } else {
            for (ConsumerRecord<byte[], byte[]> one : batch.records()) {
                reader.process(
                        one.offset(), Math.max(0, one.timestamp()), one.key(), one.value(), one.headers(), wallMs);
            }
        }
        batches.flush();
    }

    private void lookForSilence(long wallMs) {
        reader.lookForSilence(wallMs);
        batches.flush();
    }

    /** Under the current record's timestamp, never under the event time: brokers refuse far-off timestamps. */
    private void forward(SideOutput output) {
        commits.sent();
        context.forward(new Record<>(definition.model(), output, Math.max(0, context.currentStreamTimeMs())));
    }
}
