package io.streamgauge.topology.simulation;

import io.streamgauge.alerts.record.AlertRecord;
import io.streamgauge.topology.alert.AlertDefinition;
import io.streamgauge.topology.alert.Alerting;
import org.apache.avro.generic.GenericRecord;

/** Alerting, on the only partition of the scores. */
final class AlertTask extends Task {
    private final AlertDefinition definition;
    private Alerting alerting;

    @SuppressWarnings("NullAway.Init") // startCore() comes first
    AlertTask(World world, AlertDefinition definition) {
        super("alert", world, definition.stores());
        this.definition = definition;
    }

    @Override
    void startCore() {
        alerting = new Alerting(
                definition, state(), alert -> instance().send(world().broker().alerts, AlertRecord.of(alert)));
    }

    @Override
    boolean step() {
        Log.Found<GenericRecord> next = world().broker().scores.next(position());
        if (next == null) {
            return false;
        }
        moveTo(next.offset() + 1);
        alerting.process(next.value());
        return true;
    }
}
