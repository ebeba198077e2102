package io.streamgauge.topology.assess;

import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.topology.commit.EarlyCommit;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.state.LiveStore;
import io.streamgauge.topology.state.PacedCommits;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Runs {@link Assess} in a task of Kafka Streams. */
final class AssessProcessor implements Processor<String, Shuffled, String, AssessOutput> {
    private final AssessDefinition definition;
    private ProcessorContext<String, AssessOutput> context;
    private EarlyCommit earlyCommit;
    private Assess assess;
    private PacedCommits commits;
    private Record<String, Shuffled> current;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    AssessProcessor(AssessDefinition definition) {
        this.definition = definition;
    }

    @Override
    public void init(ProcessorContext<String, AssessOutput> processorContext) {
        context = processorContext;
        earlyCommit = new EarlyCommit(processorContext);
        assess = new Assess(definition, processorContext.getStateStore(AssessDefinition.STORE), this::forward);
        LiveStore<byte[]> store = processorContext.getStateStore(AssessDefinition.STORE);
        commits = PacedCommits.of(processorContext, store);
        assess = new Assess(definition, store, this::forward);
    }

    @Override
    public void process(Record<String, Shuffled> message) {
        current = message;
        assess.process(message.value());
    }

    private void forward(AssessOutput output) {
        commits.sent();
        context.forward(new Record<>(current.key(), output, current.timestamp()));
        if (output instanceof AssessOutput.ToScores out && WindowMarkRecord.isOne(out.record())) {
            earlyCommit.request();
        }
    }
}
