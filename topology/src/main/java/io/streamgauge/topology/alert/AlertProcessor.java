package io.streamgauge.topology.alert;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.record.AlertRecord;
import io.streamgauge.topology.state.Commits;
import io.streamgauge.topology.state.LiveStore;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Runs {@link Alerting} in a task of Kafka Streams. */
final class AlertProcessor implements Processor<String, GenericRecord, String, GenericRecord> {
    private final AlertDefinition definition;
    private ProcessorContext<String, GenericRecord> context;
    private Alerting alerting;
    private Commits commits;
    private Record<String, GenericRecord> current;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init() before anything else
    AlertProcessor(AlertDefinition definition) {
        this.definition = definition;
    }

    @Override
    public void init(ProcessorContext<String, GenericRecord> processorContext) {
        context = processorContext;
        LiveStore<byte[]> store = processorContext.getStateStore(AlertDefinition.STORE);
        commits = Commits.of(processorContext, store);
        alerting = new Alerting(definition, store, this::forward);
    }

    @Override
    public void process(Record<String, GenericRecord> message) {
        current = message;
        alerting.process(message.value());
    }

    private void forward(Alert alert) {
        context.forward(new Record<>(alert.fingerprint(), AlertRecord.of(alert), current.timestamp()));
        commits.sentEndOfWindow();
    }
}
