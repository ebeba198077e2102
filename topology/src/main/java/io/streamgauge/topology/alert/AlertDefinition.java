package io.streamgauge.topology.alert;

import io.streamgauge.alerts.lifecycle.Lifecycle;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.state.LiveFormat;
import io.streamgauge.topology.state.LiveStoreBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The alert step: its policies, its store, its processors. */
public final class AlertDefinition implements ProcessorSupplier<String, GenericRecord, String, GenericRecord> {
    static final String STORE = "alerts";

    private final Map<String, Lifecycle> lifecycles = new HashMap<>();
    private final TopologyMeter meter;

    public AlertDefinition(TopologySettings settings, TopologyMeter meter) {
        this.meter = meter;
        for (ModelSettings model : settings.models()) {
            lifecycles.put(model.model(), new Lifecycle(model.policy()));
        }
    }

    @Override
    public Processor<String, GenericRecord, String, GenericRecord> get() {
        return new AlertProcessor(this);
    }

    /**
     * The one store of the step. Key: {@code AlertKeys}; value: scores whose window has no mark yet, the last judged window of each
     * source, the state of each alert that is not quiet. Bound: scores of one window plus open alerts. Changelog: yes, compacted.
     */
    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(new LiveStoreBuilder<>(STORE, LiveFormat.bytes()));
    }

    TopologyMeter meter() {
        return meter;
    }

    @Nullable
    Lifecycle lifecycle(String model) {
        return lifecycles.get(model);
    }
}
