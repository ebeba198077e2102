package io.streamgauge.topology.join;

import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.state.Commits;
import io.streamgauge.topology.state.LiveStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Runs {@link ValueSkewJoin} in a task of Kafka Streams; the pairs topic carries the rows of all models. */
final class JoinProcessor implements Processor<String, byte[], String, Shuffled> {
    private final JoinDefinition definition;
    private ProcessorContext<String, Shuffled> context;
    private ValueSkewJoin join;
    private Commits commits;
    private long recordMs;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    JoinProcessor(JoinDefinition definition) {
        this.definition = definition;
    }

    @Override
    public void init(ProcessorContext<String, Shuffled> processorContext) {
        context = processorContext;
        LiveStore<JoinValue> store = processorContext.getStateStore(definition.storeName());
        commits = Commits.of(processorContext, store);
        join = new ValueSkewJoin(definition, processorContext.taskId().partition(), store, this::forward);
    }

    @Override
    public void process(Record<String, byte[]> message) {
        if (definition.model().equals(message.key())) {
            recordMs = message.timestamp();
            SideRecordFormat.read(message.value(), join::process);
        }
    }

    private void forward(Shuffled record) {
        commits.sent();
        context.forward(new Record<>(definition.model(), record, recordMs));
    }
}
