package io.streamgauge.topology.assess;

import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.state.Commits;
import io.streamgauge.topology.state.LiveStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Runs {@link Assess} in a task of Kafka Streams. */
final class AssessProcessor implements Processor<String, Shuffled, String, AssessOutput> {
    private final AssessDefinition definition;
    private ProcessorContext<String, AssessOutput> context;
    private Assess assess;
    private Commits commits;
    private Record<String, Shuffled> current;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    AssessProcessor(AssessDefinition definition) {
        this.definition = definition;
    }

    @Override
    public void init(ProcessorContext<String, AssessOutput> processorContext) {
        context = processorContext;
        LiveStore<byte[]> store = processorContext.getStateStore(AssessDefinition.STORE);
        commits = Commits.of(processorContext, store);
        assess = new Assess(definition, store, this::forward);
    }

    @Override
    public void process(Record<String, Shuffled> message) {
        current = message;
        assess.process(message.value());
    }

    private void forward(AssessOutput output) {
        context.forward(new Record<>(current.key(), output, current.timestamp()));
        if (output instanceof AssessOutput.EndOfWindow) {
            commits.sentEndOfWindow();
        } else {
            commits.sent();
        }
    }
}
