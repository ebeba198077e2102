package io.streamgauge.topology.ingest;

import io.streamgauge.topology.commit.EarlyCommit;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.state.LiveStore;
import io.streamgauge.topology.state.PacedCommits;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Runs {@link Ingest} in a task of Kafka Streams. */
final class IngestProcessor implements Processor<byte[], byte[], String, IngestOutput> {
    private static final Duration LOOK_FOR_SILENCE_EVERY = Duration.ofSeconds(1);

    private final IngestDefinition definition;
    private ProcessorContext<String, IngestOutput> context;
    private EarlyCommit earlyCommit;
    private Ingest ingest;
    private PacedCommits commits;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    IngestProcessor(IngestDefinition definition) {
        this.definition = definition;
    }

    @Override
    public void init(ProcessorContext<String, IngestOutput> processorContext) {
        context = processorContext;
        earlyCommit = new EarlyCommit(processorContext);
        LiveStore<LiveValue> store = processorContext.getStateStore(definition.storeName());
        commits = PacedCommits.of(processorContext, store);
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
        RecordMetadata where = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record of an input topic without coordinates"));
        ingest.process(
                where.offset(), message.timestamp(), message.key(), message.value(), context.currentSystemTimeMs());
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
        commits.sent();
        context.forward(new Record<>(definition.model(), output, Math.max(0, context.currentStreamTimeMs())));
        if (output instanceof IngestOutput.ToAssess out && out.record() instanceof Mark) {
            earlyCommit.request();
        }
    }
}
